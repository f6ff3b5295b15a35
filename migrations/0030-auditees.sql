create table official (
  id           uuid primary key,
  number       text not null constraint official_number_once unique,
  name         text not null constraint official_has_name check (name <> ''),
  sex          text constraint official_sex check (sex in ('male', 'female')),
  born_in      text constraint official_born_in_month check (born_in ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  former_names jsonb not null constraint official_former_names_list check (jsonb_typeof(former_names) = 'array'),
  jurisdiction text not null,
  version      integer not null
);
create index official_name on official (name);
create index official_jurisdiction on official (jurisdiction);

create table tenure (
  id           uuid primary key,
  official     uuid not null constraint tenure_official references official (id),
  unit         uuid not null constraint tenure_unit references unit (id),
  post         text not null constraint tenure_has_post check (post <> ''),
  headship     text not null constraint tenure_headship check (headship in ('head', 'acting', 'other')),
  starts_on    date not null,
  ends_on      date,
  precision    text not null constraint tenure_precision check (precision in ('day', 'month', 'year')),
  class        text constraint tenure_class check (class in ('A', 'B', 'C', 'D')),
  basis        text,
  jurisdiction text not null,
  version      integer not null,
  constraint tenure_ends_after_start check (ends_on >= starts_on),
  constraint tenure_once unique (official, unit, post, starts_on)
);
create index tenure_unit on tenure (unit, starts_on);
create index tenure_jurisdiction on tenure (jurisdiction);

create table past_audit (
  id       uuid primary key,
  official uuid not null constraint past_audit_official references official (id),
  tenure   uuid constraint past_audit_tenure references tenure (id) on delete set null,
  unit     uuid not null constraint past_audit_unit references unit (id),
  kind     text not null constraint past_audit_kind check (kind in ('inOffice', 'departure')),
  "on"     date not null,
  source   text not null,
  constraint past_audit_once unique (official, source)
);
create index past_audit_official_on on past_audit (official, "on");

create table auditee_view (
  id      uuid primary key,
  account text not null,
  name    text not null,
  query   text not null,
  constraint auditee_view_name_once unique (account, name)
);

create table resume_line (
  id           uuid primary key,
  official     uuid not null constraint resume_line_official references official (id) on delete cascade,
  no           integer not null,
  text         text not null,
  "from"       text,
  "to"         text,
  unit_text    text,
  post         text,
  why          text not null constraint resume_line_why check (why in ('notUnderstood', 'unitUnknown', 'unitNotAlone', 'nested')),
  state        text not null constraint resume_line_state check (state in ('waiting', 'entered', 'setAside')),
  jurisdiction text not null,
  constraint resume_line_once unique (official, text)
);
