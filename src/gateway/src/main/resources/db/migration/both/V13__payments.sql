-- Birth premiums: VUTG's files and rows, what each child gets, and the transfers that pay it. A child, a beneficiary, an account and an
-- allowance stand here as HMAC-SHA-256 under the agreement's key; names and accounts lie only in columns named "vault", encrypted.

-- VUTG's files that were taken in. Another content under a known id is refused.
create table if not exists allowance_file (
  agreement varchar(64) not null,
  file      varchar(64) not null,
  digest    varchar(64) not null,
  for_month varchar(7)  not null,
  created   varchar(30) not null,
  taken     varchar(30) not null,
  primary key (agreement, file),
  unique (agreement, digest)
);

-- Every row that was read, and what was made of it.
create table if not exists allowance_line (
  agreement varchar(64) not null,
  file      varchar(64) not null,
  number    int         not null,
  line      int         not null,
  allowance varchar(64) not null,
  kind      varchar(12) not null,
  outcome   varchar(14) not null,
  code      varchar(40) not null,
  primary key (agreement, file, number)
);

-- What VUTG said last of an allowance, and what that means.
create table if not exists allowance (
  agreement varchar(64) not null,
  allowance varchar(64) not null,
  child     varchar(64) not null,
  created   varchar(30) not null,
  file      varchar(64) not null,
  number    int         not null,
  line      int         not null,
  outcome   varchar(14) not null,
  code      varchar(40) not null,
  primary key (agreement, allowance)
);
create index if not exists allowance_child on allowance (agreement, child);

-- Each child once ever, whatever the month, the year or the allowance.
create table if not exists premium (
  agreement varchar(64) not null,
  child     varchar(64) not null,
  allowance varchar(64) not null,
  cents     bigint      not null,
  shares    int         not null,
  primary key (agreement, child),
  unique (agreement, allowance)
);

-- A file for the bank. The content is there until its last payment is settled, or it is withdrawn.
create table if not exists payment_file (
  name        varchar(35) primary key,
  agreement   varchar(64) not null,
  for_month   varchar(7)  not null,
  sequence    int         not null,
  format      varchar(20) not null,
  execution   date        not null,
  payments    int         not null,
  cents       bigint      not null,
  digest      varchar(64) not null,
  vault       ${bytes},
  state       varchar(16) not null,
  composed    varchar(30) not null,
  first_by    varchar(80) not null,
  first_digest varchar(64) not null,
  second_by   varchar(80) not null,
  unique (agreement, for_month, sequence)
);

-- One transfer of a child's premium, or of a share of it. stands_for is agreement, child and share while this transfer may still move
-- money or has, and empty when it never will: so there is at most one that does.
create table if not exists payment (
  id         varchar(35) primary key,
  agreement  varchar(64) not null,
  child      varchar(64) not null,
  share      int         not null,
  attempt    int         not null,
  cents      bigint      not null,
  payee      varchar(64) not null,
  account    varchar(64) not null,
  vault      ${bytes},
  state      varchar(16) not null,
  reason     varchar(40) not null,
  file       varchar(35) not null,
  stands_for varchar(140) unique,
  unique (agreement, child, share, attempt)
);
create index if not exists payment_of_file on payment (file);
