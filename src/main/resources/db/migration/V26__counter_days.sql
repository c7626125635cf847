-- How often a caller of the counter asked on a day in Belgium: its budget for the day counts here, at all nodes together and across
-- restarts. One more than the budget means that its first refusal of the day is in the ledger. Kept for a month.
create table if not exists counter_day (
  caller varchar(64) not null,
  on_day date        not null,
  asked  bigint      not null,
  primary key (caller, on_day)
);
