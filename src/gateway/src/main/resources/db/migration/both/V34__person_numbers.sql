-- Numbers that replaced one another and so are one person's, who is named by one of them: pseudonyms under the agreement's key.
create table person_number (
  agreement varchar(64) not null,
  number    varchar(64) not null,
  person    varchar(64) not null,
  primary key (agreement, number)
);
