-- What data-protection officers signed to suspend, resume or revoke a version of an agreement. Whether it is halted the ledger says, which
-- has an entry of each; here stands the signature that the entry has the digest of.
create table if not exists agreement_act (
  agreement   varchar(64)  not null,
  acts_before int          not null,
  act         varchar(10)  not null,
  version     varchar(64)  not null,
  reason      varchar(200) not null,
  person      varchar(40)  not null,
  certificate varchar(64)  not null,
  signature   ${bytes}     not null,
  signed      varchar(30)  not null,
  primary key (agreement, acts_before)
);

-- Entries of one kind are found without reading all: those of an agreement are asked for before each that goes on with something.
create index if not exists ledger_entry_of_kind on ledger_entry (kind, agreement);
