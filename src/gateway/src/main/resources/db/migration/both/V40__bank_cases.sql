-- What a bank said of transfers besides the last word, and what of it is still open. A file that was handed over before this was kept counts
-- from the day it was composed.
alter table payment_file add column if not exists handed varchar(30) default '' not null;
update payment_file set handed = composed where state in ('HANDED', 'SETTLED');

-- Of each transfer that a bank said something of: heard is a set of A (accepted), D (a duplicate), R (refused), S (stopped), U (one
-- of its file was refused that nobody could match); said is the last
-- status with its codes, never a text; kind is what is open about it, since when, and empty for nothing.
create table if not exists payment_case (
  payment   varchar(35)  primary key,
  agreement varchar(64)  not null,
  heard     varchar(8)   not null,
  said      varchar(140) not null,
  kind      varchar(16)  not null,
  since     varchar(30)  not null
);
create index if not exists payment_case_open on payment_case (agreement, kind);

-- Refused before this was kept, and not made again since: it waits for a corrected account.
insert into payment_case (payment, agreement, heard, said, kind, since)
  select p.id, p.agreement, 'R', 'RJCT ' || p.reason, 'ACCOUNT', f.composed
  from payment p join payment_file f on f.name = p.file
  where p.state = 'REJECTED'
    and exists (select 1 from premium m where m.agreement = p.agreement and m.child = p.child)
    and not exists (select 1 from payment q where q.agreement = p.agreement and q.child = p.child and q.share = p.share
                    and q.attempt > p.attempt);

-- How people closed what was open: each row is a claim, and the signature over it (detached CMS) is looked at whenever it is to count. done is
-- empty until two people said the same; what holds all that was signed.
create table if not exists payment_closing (
  agreement   varchar(64)  not null,
  what        varchar(35)  not null,
  person      varchar(40)  not null,
  decision    varchar(10)  not null,
  reason      varchar(200) not null,
  digest      varchar(64)  not null,
  certificate varchar(64)  not null,
  signature   ${bytes}     not null,
  signed      varchar(30)  not null,
  done        varchar(30)  not null,
  primary key (agreement, what, person, digest)
);
