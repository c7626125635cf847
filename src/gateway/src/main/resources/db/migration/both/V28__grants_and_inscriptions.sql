-- The words of the house: a grant is what a subject is given for a period, an inscription what makes a person one who may be asked
-- about, and what an agreement lets out of a flag is its value. A grant that stands in no delivery names none.
alter table if exists registration rename to inscription;
alter table if exists benefit rename to grants;
alter index if exists benefit_line rename to grants_line;
alter index if exists benefit_delivery rename to grants_delivery;
alter table grants alter column delivery drop not null;
update grants set delivery = null where delivery = '';

-- Copied here and dropped by the next: whoever dies in between must be able to begin again, and H2 commits each statement.
alter table grants add column if not exists flag_value varchar(8);
update grants set flag_value = category where flag_value is null;
alter table grants alter column flag_value set not null;
alter table decision add column if not exists flag_value varchar(8);
update decision set flag_value = category where flag_value is null;
alter table decision alter column flag_value set not null;
