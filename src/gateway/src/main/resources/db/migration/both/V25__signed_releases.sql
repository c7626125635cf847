-- A release is a signature. Half a release of before is no signature, so it counts no more: the file waits for two people again. What two
-- people released before and is not known to be handed over waits for two signatures, and stays counted as paid meanwhile. Who
-- released before stands in the ledger, which is kept.
update payment_file set state = 'COMPOSED' where state = 'RELEASED_ONCE';
alter table payment_file drop column if exists first_by;
alter table payment_file drop column if exists first_digest;
alter table payment_file drop column if exists second_by;

-- Signatures over payment files, detached CMS: act COMPOSED (whose run composed it) or RELEASED. What stands here is looked at anew
-- whenever it is to count; a row alone releases nothing. certificate is its SHA-256; the certificate itself lies in the signature.
create table if not exists payment_release (
  file        varchar(35) not null,
  act         varchar(8)  not null,
  person      varchar(40) not null,
  certificate varchar(64) not null,
  signature   ${bytes}    not null,
  signed      varchar(30) not null,
  primary key (file, act, person)
);
