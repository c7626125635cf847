-- What is not known yet, or is not so, is null and no empty text: when a file left, the file that a transfer is in, what is open about one
-- and since when, when a closing was done, when a delivery was sent.
alter table payment_file alter column handed drop not null;
alter table payment_file alter column handed drop default;
update payment_file set handed = null where handed = '';
alter table payment alter column file drop not null;
update payment set file = null where file = '';
alter table payment_case alter column kind drop not null;
alter table payment_case alter column since drop not null;
update payment_case set kind = null, since = null where kind = '';
alter table payment_closing alter column done drop not null;
update payment_closing set done = null where done = '';
alter table delivery alter column sent drop not null;
update delivery set sent = null where sent = '';
