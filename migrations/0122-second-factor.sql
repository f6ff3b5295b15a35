-- One-time codes (RFC 6238): the shared secret, when it was confirmed, and the last step that was used, so that no code serves twice.
create table second_factor (
  account      text        constraint second_factor_pk primary key constraint second_factor_account references account (account) on delete cascade,
  secret       text        not null,
  begun_at     timestamptz not null,
  confirmed_at timestamptz,
  last_step    bigint
);
-- Recovery codes, each for one use, by their hashes.
create table recovery_code (
  account   text not null constraint recovery_code_account references account (account) on delete cascade,
  code_hash text not null,
  used_at   timestamptz,
  constraint recovery_code_pk primary key (account, code_hash)
);
