-- A grant has its own first and last day, and the recipient's own key of the subject where it has one (sealed, like the INSZ).
alter table benefit add column if not exists from_day date;
alter table benefit add column if not exists until_day date;
alter table benefit add column if not exists key_vault varbinary(200);
update benefit set from_day = cast(cast(grant_year as varchar(4)) || '-01-01' as date),
  until_day = cast(cast(grant_year as varchar(4)) || '-12-31' as date) where from_day is null;

-- When an inscription was last needed: one that no run or question has needed for long is ended.
alter table registration add column if not exists needed date;
update registration set needed = since where needed is null;
