create table finding (
  id uuid constraint finding_pk primary key,
  number text not null,
  project uuid not null constraint finding_project_fk references project (id),
  title text not null,
  problem_class text not null,
  facts text not null,
  unit uuid not null constraint finding_unit_fk references unit (id),
  period_from date,
  period_to date,
  money jsonb not null,
  basis jsonb not null,
  report_file text,
  document uuid,
  paragraph int,
  start int,
  "end" int,
  jurisdiction text not null,
  version int not null,
  constraint finding_number_once unique (number),
  constraint finding_period_forward check (period_to >= period_from),
  constraint finding_place_whole check ((start is null) = ("end" is null) and "end" >= start)
);
create index finding_by_project on finding (project);
create index finding_by_unit on finding (unit);
create index finding_by_class on finding (problem_class);
create index finding_by_document on finding (document);
create index finding_awaiting_report on finding (report_file) where document is null;

create table responsibility (
  id uuid constraint responsibility_pk primary key,
  finding uuid not null constraint responsibility_finding_fk references finding (id) on delete cascade,
  official uuid not null constraint responsibility_official_fk references official (id),
  tenure uuid constraint responsibility_tenure_fk references tenure (id) on delete set null,
  grade text not null constraint responsibility_grade_known check (grade in ('direct', 'leading', 'supervising')),
  constraint responsibility_once unique (finding, official)
);
create index responsibility_by_official on responsibility (official);
create index responsibility_by_tenure on responsibility (tenure);

create table reply (
  id uuid constraint reply_pk primary key,
  finding uuid not null constraint reply_finding_fk references finding (id) on delete cascade,
  official uuid not null constraint reply_official_fk references official (id),
  given_on date,
  text text not null,
  outcome text not null constraint reply_outcome_known check (outcome in ('pending', 'adopted', 'partly', 'refused')),
  reason text,
  constraint reply_once unique (finding, official)
);
create index reply_by_official on reply (official);

create table tolerance (
  id uuid constraint tolerance_pk primary key,
  finding uuid not null constraint tolerance_finding_fk references finding (id) on delete cascade,
  official uuid not null constraint tolerance_official_fk references official (id),
  decided_on date not null,
  outcome text not null constraint tolerance_outcome_known check (outcome in ('exempt', 'lighten', 'notApplicable')),
  reason text not null,
  constraint tolerance_once unique (finding, official)
);
create index tolerance_by_official on tolerance (official);

create table objection (
  id uuid constraint objection_pk primary key,
  finding uuid not null constraint objection_finding_fk references finding (id) on delete cascade,
  official uuid not null constraint objection_official_fk references official (id),
  raised_on date not null,
  text text not null,
  outcome text not null constraint objection_outcome_known check (outcome in ('pending', 'upheld', 'partly', 'rejected')),
  decided_on date,
  decided_by text,
  reason text,
  effect text constraint objection_effect_known check (effect in ('withdrawn', 'reworded', 'regraded')),
  corrected_text text,
  corrected_grade text constraint objection_grade_known check (corrected_grade in ('direct', 'leading', 'supervising')),
  constraint objection_decided_when_settled check ((outcome = 'pending') = (decided_on is null)),
  constraint objection_effect_when_upheld check (effect is null or outcome in ('upheld', 'partly')),
  constraint objection_says_new_words check (effect is distinct from 'reworded' or corrected_text is not null),
  constraint objection_says_new_grade check (effect is distinct from 'regraded' or corrected_grade is not null)
);
create index objection_by_official on objection (official);
create index objection_by_finding on objection (finding);

create table problem_class (
  id uuid constraint problem_class_pk primary key,
  code text not null,
  parent text,
  zh text not null,
  en text not null,
  valid_from date not null,
  valid_until date,
  jurisdiction text,
  constraint problem_class_once unique nulls not distinct (code, valid_from, jurisdiction)
);

create table grade_rule (
  id uuid constraint grade_rule_pk primary key,
  title text not null,
  grades jsonb not null,
  valid_from date not null,
  valid_until date,
  citation text not null,
  verified boolean not null
);
