-- What people signed to abandon a run of which something was handed over. Whether it is abandoned the table of runs says, and the ledger,
-- which has an entry of each signature; here stands the signature that the entry has the digest of.
create table if not exists sync_abandonment (
  sync_id     bigint       not null references sync (id),
  person      varchar(40)  not null,
  reason      varchar(200) not null,
  digest      varchar(64)  not null,
  certificate varchar(64)  not null,
  signature   ${bytes}     not null,
  signed      varchar(30)  not null,
  primary key (sync_id, person)
);
