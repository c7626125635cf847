-- The newest approved version of each agreement that this database has seen, so that an older one cannot be put back.
create table approval_mark (
    agreement varchar(100) primary key,
    version varchar(100) not null,
    at varchar(40) not null
);
