create table project (
  id uuid constraint project_pk primary key,
  number text,
  title text not null,
  kind text not null constraint project_kind_known check (kind in ('inOffice', 'departure')),
  unit uuid not null constraint project_unit_fk references unit (id),
  audited_by text not null,
  year int not null constraint project_year_sane check (year between 1980 and 2100),
  period_from date,
  period_to date,
  started_on date,
  reported_on date,
  held_when text,
  report_number text,
  conclusion text,
  report_file text,
  document uuid,
  jurisdiction text not null,
  version int not null,
  constraint project_number_once unique (number),
  constraint project_period_forward check (period_to >= period_from),
  constraint project_reported_after_start check (reported_on >= started_on)
);
create index project_by_unit on project (unit, year);
create index project_by_year on project (jurisdiction, year);
create index project_by_document on project (document);
create index project_awaiting_report on project (report_file) where document is null;

create table project_subject (
  id uuid constraint project_subject_pk primary key,
  project uuid not null constraint project_subject_project_fk references project (id) on delete cascade,
  official uuid not null constraint project_subject_official_fk references official (id),
  tenure uuid constraint project_subject_tenure_fk references tenure (id) on delete set null,
  post text not null,
  conclusion text,
  main_problems text,
  note text,
  constraint project_subject_once unique (project, official, post)
);
create index project_subject_by_official on project_subject (official);
create index project_subject_by_tenure on project_subject (tenure);
