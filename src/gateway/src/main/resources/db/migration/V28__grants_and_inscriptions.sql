-- The words of the house: a grant is what a subject is given for a period, an inscription what a source must know before it may be
-- asked, and a flag's value is what an agreement lets out. A grant that stands in no delivery names none.
alter table registration rename to inscription;
alter table benefit rename to grants;
alter index benefit_line rename to grants_line;
alter index benefit_delivery rename to grants_delivery;
alter table grants rename column category to flag_value;
alter table decision rename column category to flag_value;
alter table grants alter column delivery drop not null;
update grants set delivery = null where delivery = '';
