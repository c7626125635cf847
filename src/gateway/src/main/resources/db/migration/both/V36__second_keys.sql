-- Whose grant it is, where a person has several: one for each key that a recipient knows the person by. Without it, the subject's own.
alter table grants add column person varchar(64);
