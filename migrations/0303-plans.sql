create table plan (
  id           uuid constraint plan_pk primary key,
  year         integer not null constraint plan_year_sane check (year between 2000 and 2100),
  years        integer not null constraint plan_horizon check (years between 1 and 8),
  title        text not null,
  state        text not null constraint plan_state check (state in ('drafting', 'approved')),
  meeting_on   date,
  submit_by    date,
  approved_on  date,
  made_by      text not null,
  made_on      date not null,
  jurisdiction text not null,
  version      integer not null,
  constraint plan_year_once unique (jurisdiction, year),
  constraint plan_approved_has_day check ((state = 'approved') = (approved_on is not null))
);

create table plan_resolution (
  id            uuid constraint plan_resolution_pk primary key,
  plan          uuid not null constraint plan_resolution_of references plan (id) on delete cascade,
  number        text not null,
  decided_on    date not null,
  text          text not null,
  changes       jsonb not null,
  recorded_by   text not null,
  recorded_name text not null,
  constraint plan_resolution_once unique (plan, number)
);

create table plan_item (
  id           uuid constraint plan_item_pk primary key,
  plan         uuid not null constraint plan_item_of references plan (id) on delete cascade,
  official     uuid not null constraint plan_item_official references official (id),
  tenure       uuid not null constraint plan_item_tenure references tenure (id),
  unit         uuid not null constraint plan_item_unit references unit (id),
  year         integer not null,
  "window"     integer not null constraint plan_item_quarter check ("window" between 1 and 4),
  team         uuid not null constraint plan_item_team references audit_team (id),
  kind         text not null constraint plan_item_kind check (kind in ('inOffice', 'departure')),
  together     text,
  effort_days  integer not null constraint plan_item_effort check (effort_days > 0),
  score        integer not null,
  stage        text not null constraint plan_item_stage check
                 (stage in ('candidate', 'consulting', 'meeting', 'committee', 'issued', 'deferred', 'removed')),
  change       text not null constraint plan_item_change check (change in ('add', 'move', 'drop')),
  of           uuid constraint plan_item_changes references plan_item (id) on delete cascade,
  patrol       uuid constraint plan_item_patrol references patrol_round (id) on delete set null,
  moved_by     text not null,
  reason       text,
  resolution   uuid constraint plan_item_resolution references plan_resolution (id),
  jurisdiction text not null,
  version      integer not null,
  constraint plan_item_change_has_target check ((change = 'add') = (of is null)),
  constraint plan_item_issued_by_resolution check (stage not in ('issued', 'removed') or resolution is not null)
);
create index plan_item_by_plan on plan_item (plan, year, stage);
create index plan_item_by_tenure on plan_item (tenure);
create index plan_item_by_unit on plan_item (unit, year);
create unique index plan_item_once_a_year on plan_item (plan, tenure, year) where change = 'add' and stage not in ('removed', 'deferred');

create table plan_pin (
  id       uuid constraint plan_pin_pk primary key,
  plan     uuid not null constraint plan_pin_of references plan (id) on delete cascade,
  tenure   uuid not null constraint plan_pin_tenure references tenure (id) on delete cascade,
  kind     text not null constraint plan_pin_kind check (kind in ('pin', 'ban')),
  year     integer not null,
  "window" integer constraint plan_pin_quarter check ("window" between 1 and 4),
  team     uuid constraint plan_pin_team references audit_team (id),
  reason   text not null,
  account  text not null,
  name     text not null,
  set_on   date not null,
  version  integer not null,
  constraint plan_pin_slot check ((kind = 'pin') = ("window" is not null and team is not null)),
  constraint plan_pin_once unique (plan, tenure, year)
);

create table plan_edit (
  id      uuid constraint plan_edit_pk primary key,
  plan    uuid not null constraint plan_edit_of references plan (id) on delete cascade,
  account text not null,
  made_at timestamptz not null,
  deed    text not null,
  before  jsonb not null,
  after   jsonb not null,
  undone  boolean not null
);
create index plan_edit_by_plan on plan_edit (plan, made_at);

create table plan_version (
  id            uuid constraint plan_version_pk primary key,
  plan          uuid not null constraint plan_version_of references plan (id) on delete cascade,
  no            integer not null constraint plan_version_numbered check (no > 0),
  method        text not null constraint plan_version_method check (method in ('recommend', 'replan', 'saved', 'approved')),
  note          text,
  made_by       text not null,
  made_name     text not null,
  made_at       timestamptz not null,
  parent        uuid constraint plan_version_parent references plan_version (id) on delete cascade,
  instance_hash text not null,
  instance      jsonb not null,
  rules         jsonb not null,
  items         jsonb not null,
  missed        jsonb not null,
  cost          double precision,
  bound         double precision,
  gap           double precision,
  seed          integer,
  moves         integer,
  seconds       double precision,
  constraint plan_version_once unique (plan, no)
);
create function plan_version_stands() returns trigger language plpgsql as $$
begin
  raise exception 'a saved version of a plan is never changed';
end $$;
create trigger plan_version_immutable before update on plan_version for each row execute function plan_version_stands();

create table plan_run (
  id           uuid constraint plan_run_pk primary key,
  plan         uuid not null constraint plan_run_of references plan (id) on delete cascade,
  method       text not null constraint plan_run_method check (method in ('recommend', 'replan', 'saved', 'approved')),
  state        text not null constraint plan_run_state check (state in ('waiting', 'running', 'cancelling', 'done', 'cancelled', 'failed')),
  account      text not null,
  name         text not null,
  asked_at     timestamptz not null,
  ended_at     timestamptz,
  seconds      double precision not null,
  seed         integer not null,
  phase        text not null,
  done         double precision not null,
  cost         double precision,
  bound        double precision,
  plan_version uuid constraint plan_run_made references plan_version (id) on delete set null,
  why          text,
  facts        jsonb not null
);
create unique index plan_run_one_at_a_time on plan_run (plan) where state in ('waiting', 'running', 'cancelling');

create table plan_step (
  id         uuid constraint plan_step_pk primary key,
  plan       uuid not null constraint plan_step_of references plan (id) on delete cascade,
  item       uuid not null constraint plan_step_item references plan_item (id) on delete cascade,
  step       text not null constraint plan_step_known check
               (step in ('consult', 'table', 'agree', 'approve', 'strike', 'sendBack', 'defer', 'resume')),
  account    text not null,
  name       text not null,
  taken_on   date not null,
  text       text not null,
  resolution uuid constraint plan_step_resolution references plan_resolution (id)
);
create index plan_step_by_item on plan_step (item, id);

create table plan_letter (
  id           uuid constraint plan_letter_pk primary key,
  plan         uuid not null constraint plan_letter_of references plan (id) on delete cascade,
  organ        text not null constraint plan_letter_organ check
                 (organ in ('discipline', 'organisation', 'patrol', 'staffing', 'finance', 'stateAssets')),
  items        jsonb not null,
  sent_on      date not null,
  due_on       date not null,
  sent_by      text not null,
  sent_name    text not null,
  replied_on   date,
  replied_by   text,
  replied_name text,
  jurisdiction text not null,
  version      integer not null
);
create index plan_letter_by_plan on plan_letter (plan, organ);

create table plan_opinion (
  id           uuid constraint plan_opinion_pk primary key,
  letter       uuid not null constraint plan_opinion_of references plan_letter (id) on delete cascade,
  item         uuid not null constraint plan_opinion_item references plan_item (id) on delete cascade,
  stance       text not null constraint plan_opinion_stance check (stance in ('agree', 'object', 'suggest')),
  text         text not null,
  said_by      text not null,
  said_name    text not null,
  said_on      date not null,
  outcome      text constraint plan_opinion_outcome check (outcome in ('adopted', 'refused')),
  answer       text,
  settled_by   text,
  settled_name text,
  settled_on   date,
  constraint plan_opinion_once unique (letter, item),
  constraint plan_opinion_settled_with_answer check ((outcome is null) = (answer is null) and (outcome is null) = (settled_on is null))
);
create index plan_opinion_by_item on plan_opinion (item);

create table plan_notice (
  id           uuid constraint plan_notice_pk primary key,
  plan         uuid constraint plan_notice_of references plan (id) on delete cascade,
  item         uuid constraint plan_notice_item references plan_item (id) on delete cascade,
  kind         text not null constraint plan_notice_kind check (kind in ('preAppointment', 'firm')),
  official     uuid not null constraint plan_notice_official references official (id) on delete cascade,
  tenure       uuid not null constraint plan_notice_tenure references tenure (id) on delete cascade,
  unit         uuid not null constraint plan_notice_unit references unit (id) on delete cascade,
  made_on      date not null,
  due_on       date,
  served_on    date,
  served_by    text,
  jurisdiction text not null,
  version      integer not null,
  constraint plan_notice_once unique (kind, tenure, plan)
);
