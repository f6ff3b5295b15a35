-- Answers already given under an Idempotency-Key; `answer` is null while the first call is still under way.
create table replay (
  account  text        not null,
  contract text        not null,
  key      text        not null,
  digest   text        not null,
  at       timestamptz not null,
  answer   jsonb,
  constraint replay_pk primary key (account, contract, key)
);
