-- Ids are UUIDs in their text form, instants are microseconds since 1970-01-01T00:00Z, JSON is kept as its text.

create table df_lock (
  name varchar(50) not null primary key,
  taken bigint not null
);
insert into df_lock (name, taken) values ('flows', 0);
insert into df_lock (name, taken) values ('settings', 0);

create table df_setting (
  name varchar(100) not null primary key,
  content text not null
);

create table df_flow (
  id varchar(36) not null primary key,
  name varchar not null,
  icon varchar,
  color varchar,
  description text,
  status varchar not null,
  trigger_kind varchar,
  accountability varchar,
  options text,
  first_operation varchar(36),
  folder varchar(36),
  created_at bigint not null,
  created_by varchar(36),
  revision bigint not null
);

-- Paths are indexed, not unique: two operations may swap theirs in one transaction.
create table df_operation (
  id varchar(36) not null primary key,
  flow varchar(36) not null references df_flow (id),
  place integer not null,
  name varchar,
  step_key varchar not null,
  kind varchar not null,
  position_x integer not null,
  position_y integer not null,
  options text,
  resolve varchar(36),
  reject varchar(36),
  created_at bigint not null,
  created_by varchar(36)
);
create index df_operation_flow on df_operation (flow);
create index df_operation_resolve on df_operation (resolve);
create index df_operation_reject on df_operation (reject);

-- A run outlives its flow, so that it refers to none.
create sequence df_run_number start with 50 increment by 50;
create table df_run (
  number bigint not null primary key,
  id varchar(36) not null unique,
  flow varchar(36) not null,
  flow_revision bigint not null,
  trigger_kind varchar(50) not null,
  journal varchar(20) not null,
  status varchar(20) not null,
  started_at bigint not null,
  finished_at bigint,
  caller varchar(36),
  ip varchar,
  user_agent varchar,
  origin varchar,
  steps integer not null,
  failed_step varchar,
  error text
);
create index df_run_flow on df_run (flow, number);
create index df_run_status on df_run (status, number);
create index df_run_started on df_run (started_at);

create table df_run_document (
  number bigint not null primary key references df_run (number) on delete cascade,
  content text not null
);

create table df_role (
  id varchar(36) not null primary key,
  name varchar(255) not null unique,
  admin_access boolean not null,
  app_access boolean not null
);

create table df_user (
  id varchar(36) not null primary key,
  first_name varchar,
  last_name varchar,
  email varchar(255) not null unique,
  password_hash varchar,
  token_hash varchar(255) unique,
  status varchar not null,
  role varchar(36) references df_role (id)
);

create table df_session (
  token_hash varchar(255) not null primary key,
  account varchar(36) not null references df_user (id) on delete cascade,
  expires_at bigint not null
);
create index df_session_expires on df_session (expires_at);
