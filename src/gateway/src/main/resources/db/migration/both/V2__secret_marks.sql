-- A mark that each secret leaves, HMAC-SHA-256(secret, its name): other secrets beside an old database are noticed before
-- they give every household a new pseudonym, and so a second grant.
create table if not exists secret_mark (
  name varchar(80) primary key,
  mark varchar(64) not null
);
