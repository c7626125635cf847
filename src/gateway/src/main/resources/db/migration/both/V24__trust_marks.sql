-- The newest trust file seen of each signer (fingerprint of its certificate): an older one is refused.
create table trust_mark (
  signer char(64) not null primary key,
  serial integer not null
);
