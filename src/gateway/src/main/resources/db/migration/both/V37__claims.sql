-- Claims of amounts under a ceiling. subject is a pseudonym under the agreement's key; id stands for the claim among payments. The money that
-- is granted is a row of payment under the same id, written in the same transaction.
create table if not exists claim (
  agreement   varchar(64) not null,
  reference   varchar(35) not null,
  id          varchar(64) not null,
  claim_year  int         not null,
  subject     varchar(64) not null,
  association varchar(40) not null,
  asked       bigint      not null,
  granted     bigint      not null,
  remaining   bigint      not null,
  state       varchar(16) not null,
  clerk       varchar(200) not null,
  on_day      date        not null,
  entered     varchar(30) not null,
  primary key (agreement, reference),
  unique (agreement, id)
);
create index if not exists claim_of_subject on claim (agreement, claim_year, subject);

-- One row for an agreement: whoever decides about a claim under it waits here for whoever is deciding, so that no ceiling is exceeded.
create table if not exists claim_lock (
  agreement varchar(64) primary key
);
