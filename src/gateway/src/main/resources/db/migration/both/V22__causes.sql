-- Why a subject stays undetermined: one of the closed list of causes (be.zeef.sieve.Cause). Empty for every other outcome, and
-- for what was decided before causes were kept.
alter table decision add column if not exists cause varchar(24) default '' not null;
