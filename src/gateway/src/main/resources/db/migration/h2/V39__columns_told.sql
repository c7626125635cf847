-- What goes along of the population with a grant, such as the zone where its bags are collected: sealed, like the key, until it is
-- delivered. Without it nothing goes along.
alter table grants add column if not exists columns_vault varbinary(600);
alter table grant_improvement add column if not exists columns_vault varbinary(600);
