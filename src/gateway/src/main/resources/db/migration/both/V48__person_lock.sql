-- One row for an agreement: whoever learns that numbers are one person's waits here for whoever is learning, so that both know all of it.
create table if not exists person_lock (
  agreement varchar(64) primary key
);
