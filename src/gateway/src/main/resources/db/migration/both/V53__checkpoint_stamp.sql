-- When a checkpoint was there, in the word of a time-stamping authority (be.zeef.ledger.stamp.Stamps): the token of RFC 3161 over the bytes of
-- its note, in base64. It is held against the note and the authority's certificate each time the ledger is verified.
create table if not exists checkpoint_stamp (
  tree_size bigint         primary key,
  token     varchar(90000) not null
);
