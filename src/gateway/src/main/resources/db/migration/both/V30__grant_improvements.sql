-- A better value that was decided while the delivery with the earlier one was under way: it waits here until that delivery is settled,
-- and then takes the earlier one's place in its grant. It is always better than what the grant has. key_vault is sealed, as in grants.
create table if not exists grant_improvement (
  agreement  varchar(64) not null,
  grant_year int         not null,
  subject    varchar(64) not null,
  flag_value varchar(8)  not null,
  line       varchar(64) not null,
  key_vault  ${bytes},
  sync_id    bigint      not null,
  primary key (agreement, grant_year, subject),
  foreign key (agreement, grant_year, subject) references grants (agreement, grant_year, subject)
);
