-- An upheld objection corrects the record; every place that used the item, and everybody who received it, is one line.
create table correction (
  id uuid constraint correction_pk primary key,
  project uuid not null constraint correction_project_fk references project (id) on delete cascade,
  finding uuid not null constraint correction_finding_fk references finding (id) on delete cascade,
  official uuid not null constraint correction_official_fk references official (id),
  objection uuid not null constraint correction_objection_fk references objection (id) on delete cascade,
  number text not null,
  effect text not null constraint correction_effect_known check (effect in ('withdrawn', 'reworded', 'regraded')),
  new_text text,
  new_grade text constraint correction_grade_known check (new_grade in ('direct', 'leading', 'supervising')),
  reason text not null,
  decided_by text not null,
  corrected_on date not null,
  sought_on date,
  closed_on date,
  closed_by text,
  version int not null,
  constraint correction_once unique (objection)
);
create index correction_by_finding on correction (finding);
create index correction_open on correction (project) where closed_on is null;

-- What the record said before; nobody reads it but the offices that keep the case.
create table correction_before (
  id uuid constraint correction_before_pk primary key,
  correction uuid not null constraint correction_before_fk references correction (id) on delete cascade,
  project uuid not null constraint correction_before_project_fk references project (id) on delete cascade,
  title text not null,
  facts text not null,
  standard text,
  cause text,
  consequence text,
  money jsonb not null,
  grade text,
  constraint correction_before_once unique (correction)
);

create table correction_place (
  id uuid constraint correction_place_pk primary key,
  correction uuid not null constraint correction_place_fk references correction (id) on delete cascade,
  project uuid not null constraint correction_place_project_fk references project (id) on delete cascade,
  jurisdiction text not null,
  kind text not null constraint correction_place_kind_known check (kind in (
    'record', 'statistics', 'portrait', 'rectification', 'source', 'draft', 'frozen', 'issued', 'receipt', 'service', 'share', 'takenOut')),
  record text not null,
  label text not null,
  recipient text not null,
  organ text,
  place text,
  state text not null constraint correction_place_state_known check (state in ('rewritten', 'flagged', 'noticeDue', 'noticeServed', 'settled')),
  says text not null,
  note text,
  done_on date,
  done_by text,
  version int not null,
  constraint correction_place_once unique (correction, kind, record, recipient),
  constraint correction_place_done_whole check ((done_on is null) = (done_by is null))
);
create index correction_place_by_correction on correction_place (correction);
create index correction_place_waiting on correction_place (organ, place) where state = 'noticeDue';
