-- Tokens for machines: a part of what the owner's seat may do, until a day; only the hash is kept.
create table machine_token (
  id           uuid        constraint machine_token_pk primary key,
  account      text        not null constraint machine_token_account references account (account) on delete cascade,
  seat         uuid        not null constraint machine_token_seat references seat (id) on delete cascade,
  name         text        not null,
  token_hash   text        not null constraint machine_token_hash unique,
  scopes       jsonb       not null,
  created_at   timestamptz not null,
  ends_at      timestamptz not null,
  last_used_at timestamptz,
  revoked_at   timestamptz,
  revoked_by   text,
  refused_at   timestamptz,
  constraint machine_token_revoked check ((revoked_at is null) = (revoked_by is null))
);
create index machine_token_by_account on machine_token (account);
