-- What was copied into flag_value.
alter table grants drop column if exists category;
alter table decision drop column if exists category;
