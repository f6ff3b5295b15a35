create table account (
  account       text        constraint account_pk primary key,
  name          text        not null,
  role          text        not null,
  jurisdiction  text        not null,
  unit_id       uuid,
  password_hash text        not null,
  demo          boolean     not null,
  disabled_on   date,
  failures      integer     not null constraint account_failures check (failures >= 0),
  locked_until  timestamptz,
  created_at    timestamptz not null
);

-- Opaque sessions: only the hash of the token is kept.
create table session (
  token_hash text        constraint session_pk primary key,
  account    text        not null constraint session_account references account (account) on delete cascade,
  created_at timestamptz not null,
  seen_at    timestamptz not null,
  ends_at    timestamptz not null
);
create index session_by_account on session (account);

-- Facts about this installation, such as whether the demonstration city is loaded.
create table setting (
  name  text  constraint setting_pk primary key,
  value jsonb not null
);
