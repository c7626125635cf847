-- When agreements run by themselves: be.zeef.schedule. Up to when each was looked at, and who paused it; what became of each of its moments.
create table if not exists schedule (
  agreement varchar(64)  not null primary key,
  seen      varchar(30)  not null,
  paused    varchar(30),
  clerk     varchar(64)  not null,
  reason    varchar(200) not null
);
create table if not exists moment (
  agreement varchar(64)  not null,
  on_date   date         not null,
  at        varchar(30)  not null,
  by_hand   boolean      not null,
  state     varchar(12)  not null,
  why       varchar(40)  not null,
  turn      int          not null,
  failures  int          not null,
  again     varchar(30)  not null,
  begun     varchar(30),
  primary key (agreement, on_date)
);
-- Which node wakes next for what: written by db-scheduler alone (docs/adr/0043), in its own words.
create table if not exists scheduled_task (
  task_name            varchar(100) not null,
  task_instance        varchar(100) not null,
  task_data            ${bytes},
  execution_time       timestamp(6) with time zone not null,
  picked               boolean not null,
  picked_by            varchar(100),
  last_success         timestamp(6) with time zone,
  last_failure         timestamp(6) with time zone,
  consecutive_failures int,
  last_heartbeat       timestamp(6) with time zone,
  version              bigint not null,
  primary key (task_name, task_instance)
);
create index if not exists scheduled_task_due on scheduled_task (execution_time);
