-- Who stood in the household of a grant's subject on the day it was granted, so that nobody brings the same grant into another
-- household of the period. The subject himself stands in grants. member and subject are pseudonyms under the agreement's key.
create table grant_member (
  agreement  varchar(64) not null,
  grant_year int         not null,
  member     varchar(64) not null,
  subject    varchar(64) not null,
  primary key (agreement, grant_year, member, subject)
);
