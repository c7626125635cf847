-- From which day a better value that waits counts: a right that began in the course of the year does not count from its beginning. What
-- waited before days were kept counts from the first day of its grant.
alter table grant_improvement add column if not exists from_day date;
