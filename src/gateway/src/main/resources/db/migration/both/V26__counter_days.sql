-- What each caller of the counter has taken of its budget on a day in Belgium, at all nodes together and across restarts. A node
-- takes some at a time and asks from that. told: that the caller asked for more is in the ledger. Kept for a month.
create table if not exists counter_day (
  caller varchar(64) not null,
  on_day date        not null,
  taken  int         not null,
  told   boolean     not null,
  primary key (caller, on_day)
);
