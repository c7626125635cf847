-- What each row that grants, pays, inscribes or delivers was from an entry of the ledger on (be.zeef.ledger.row.VouchedRows): the digest of its
-- columns, or nothing when it was taken away. Lines are only added, and the entry has a digest of its own over them.
create table if not exists vouched_row (
  table_name varchar(20)  not null,
  row_key    varchar(160) not null,
  entry      bigint       not null,
  hash       varchar(64)  not null,
  primary key (table_name, row_key, entry)
);
