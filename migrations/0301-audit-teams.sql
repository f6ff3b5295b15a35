create table audit_team (
  id           uuid constraint audit_team_pk primary key,
  code         text not null,
  name         text not null,
  district     text not null constraint audit_team_district references jurisdiction (code),
  jurisdiction text not null,
  ended_on     date,
  version      integer not null,
  constraint audit_team_code_once unique (jurisdiction, code)
);

create table auditor (
  id           uuid constraint auditor_pk primary key,
  number       text not null constraint auditor_number_once unique,
  name         text not null constraint auditor_has_name check (name <> ''),
  team         uuid not null constraint auditor_team references audit_team (id),
  account      text,
  skills       jsonb not null constraint auditor_skills_list check (jsonb_typeof(skills) = 'array'),
  starts_on    date not null,
  ends_on      date,
  jurisdiction text not null,
  version      integer not null,
  constraint auditor_ends_after_start check (ends_on >= starts_on)
);
create index auditor_by_team on auditor (team);

create table auditor_absence (
  id        uuid constraint auditor_absence_pk primary key,
  auditor   uuid not null constraint auditor_absence_of references auditor (id) on delete cascade,
  kind      text not null constraint auditor_absence_kind check (kind in ('leave', 'secondment', 'statutory', 'training')),
  starts_on date not null,
  ends_on   date not null,
  share     integer not null constraint auditor_absence_share check (share between 1 and 100),
  note      text,
  version   integer not null,
  constraint auditor_absence_ends_after_start check (ends_on >= starts_on),
  constraint auditor_absence_once unique (auditor, kind, starts_on)
);

create table auditor_tie (
  id          uuid constraint auditor_tie_pk primary key,
  auditor     uuid not null constraint auditor_tie_of references auditor (id) on delete cascade,
  unit        uuid not null constraint auditor_tie_unit references unit (id) on delete cascade,
  kind        text not null constraint auditor_tie_kind check (kind in ('served', 'kinship', 'interest', 'other')),
  ended_on    date,
  ground      text not null,
  declared_on date not null,
  decided_by  text not null,
  constraint auditor_tie_service_ends check (kind <> 'served' or ended_on is not null),
  constraint auditor_tie_once unique (auditor, unit, kind)
);
create index auditor_tie_by_unit on auditor_tie (unit);
