-- Who objected to an agreement (GDPR 21) or has what is done restricted (GDPR 18), for as long as it stands: be.zeef.objection. Under '*'
-- stands what is of every agreement, those to come among them. The number is sealed: what stands for it under any agreement follows from it.
create table if not exists objection (
  agreement varchar(64)  not null,
  subject   varchar(64)  not null,
  kind      varchar(12)  not null,
  vault     ${bytes}     not null,
  clerk     varchar(64)  not null,
  reason    varchar(200) not null,
  entered   varchar(30)  not null,
  entry     bigint       not null,
  primary key (agreement, subject, kind)
);
