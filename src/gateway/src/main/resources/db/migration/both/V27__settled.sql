-- One row: up to this entry of the ledger no intent is without an outcome, so a start need not read those again.
create table if not exists ledger_settled (
  only_row  int    primary key,
  id        bigint not null
);
insert into ledger_settled
  select 1, 0
  where not exists (select 1 from ledger_settled);
