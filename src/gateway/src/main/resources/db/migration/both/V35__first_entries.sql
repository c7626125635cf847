-- The ledger entry with which a run began: its others come after it. None of a run that an earlier release began.
alter table sync add column first_entry bigint;
