-- How a grant stands has a column of its own (be.zeef.grant.Standing): delivery names a delivery and nothing else, result holds what
-- the recipient said and nothing else, and what a clerk granted belongs to no run. Whoever dies in between begins again.
alter table grants add column if not exists standing varchar(11) default 'OPEN' not null;
update grants set standing = case delivery when 'closed' then 'CLOSED' when 'uitpas' then 'CALLED' else 'IN_DELIVERY' end
  where standing = 'OPEN' and delivery is not null;
update grants set delivery = null where standing in ('CALLED', 'CLOSED') and delivery is not null;
alter table grants alter column result drop not null;
update grants set result = null where result in ('', 'CLOSED');
alter table grants alter column sync_id drop not null;
update grants set sync_id = null where sync_id = 0;
alter table grant_improvement alter column sync_id drop not null;
update grant_improvement set sync_id = null where sync_id = 0;
