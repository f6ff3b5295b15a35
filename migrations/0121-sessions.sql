-- A session sits in one seat; its token is only known by its hash, and an ended one is remembered so that a replay is noticed.
delete from session;
alter table session
  add id         uuid not null constraint session_id unique,
  add seat       uuid not null constraint session_seat references seat (id) on delete cascade,
  add way        text not null constraint session_way check (way in ('password', 'provider', 'gateway')),
  add device     text not null,
  add address    text not null,
  add ended_at   timestamptz,
  add ended_why  text constraint session_ended_why check (ended_why in ('signedOut', 'revoked', 'replaced', 'disabled')),
  add refused_at timestamptz,
  add constraint session_ended check ((ended_at is null) = (ended_why is null));

-- Tries from one network address, whatever account they name.
create table sign_in_address (
  address   text        constraint sign_in_address_pk primary key,
  failures  integer     not null constraint sign_in_address_failures check (failures >= 0),
  failed_at timestamptz not null
);

-- Passwords that were in use before, by their hashes.
create table former_password (
  account       text        not null constraint former_password_account references account (account) on delete cascade,
  password_hash text        not null,
  until_at      timestamptz not null,
  constraint former_password_pk primary key (account, until_at)
);

-- Settings of security: dated, the row in force is the latest one begun; each with its source and whether that was read.
create table security_rule (
  name     text    not null,
  from_on  date    not null,
  value    jsonb   not null,
  citation text    not null,
  verified boolean not null,
  set_by   text    not null,
  constraint security_rule_pk primary key (name, from_on)
);
insert into security_rule (name, from_on, value, citation, verified, set_by)
select name, date '2020-01-01', value::jsonb, citation, false, 'system'
from (values
  ('idleMinutes',     '120', 'GB/T 22239—2019 8.1.4.1 b（登录连接超时自动退出）；数值为本产品默认'),
  ('absoluteMinutes', '720', '本产品默认'),
  ('freeFailures',    '2',   '本产品默认'),
  ('backoffSeconds',  '2',   '本产品默认'),
  ('lockFailures',    '5',   'GB/T 22239—2019 8.1.4.1 b（限制非法登录次数）；数值为本产品默认'),
  ('lockMinutes',     '15',  '本产品默认'),
  ('addressFailures', '30',  '本产品默认'),
  ('passwordLeast',   '10',  'GB/T 22239—2019 8.1.4.1 a（复杂度）；数值为本产品默认'),
  ('passwordHistory', '5',   '本产品默认'),
  ('passwordDays',    '0',   'GB/T 22239—2019 8.1.4.1 a（定期更换）；0 表示不限，由单位自定'),
  ('codeRoles',       '[]',  'GB/T 22239—2019 8.1.4.1 d（两种或两种以上鉴别技术）；由单位按角色启用'),
  ('codeSkewSteps',   '1',   'RFC 6238 5.2'),
  ('tokenDays',       '180', '本产品默认')
) as given (name, value, citation);
