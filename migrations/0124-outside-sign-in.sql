-- Who an identity provider's subject is here; set by an order of two administrators.
create table outside_subject (
  issuer       text not null,
  subject      text not null,
  account      text not null constraint outside_subject_account references account (account) on delete cascade,
  access_order uuid not null constraint outside_subject_order references access_order (id) on delete cascade,
  constraint outside_subject_pk primary key (issuer, subject)
);
-- A sign-in under way at the provider: bound to one browser by its ticket, used once.
create table outside_flow (
  state_hash  text        constraint outside_flow_pk primary key,
  ticket_hash text        not null,
  nonce       text        not null,
  verifier    text        not null,
  ends_at     timestamptz not null,
  used_at     timestamptz
);
