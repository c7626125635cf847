-- What the ledger's tree was each time it was signed (be.zeef.ledger.seal.Checkpoints): how many entries it had, the signed note, and the
-- roots of its full subtrees, from which the next one goes on. All of it is held against the signature; its time is its last entry's.
create table if not exists checkpoint (
  tree_size bigint        primary key,
  note      varchar(1000) not null,
  peaks     varchar(4100) not null
);
