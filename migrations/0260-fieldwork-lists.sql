-- The four lists of an audit: what should be done, what was done, how well, and how to audit it.
create table duty (
  id uuid constraint duty_pk primary key,
  project uuid not null constraint duty_project_fk references project (id) on delete cascade,
  number text not null,
  duty text not null,
  basis text not null,
  article text,
  post text not null,
  period_from date,
  period_to date,
  holding text not null constraint duty_holding_known check (holding in ('own', 'delegated', 'supervised')),
  division_document text,
  related_funds text,
  version int not null,
  constraint duty_number_once unique (project, number),
  constraint duty_period_forward check (period_to >= period_from)
);

create table key_decision (
  id uuid constraint key_decision_pk primary key,
  project uuid not null constraint key_decision_project_fk references project (id) on delete cascade,
  duty uuid constraint key_decision_duty_fk references duty (id) on delete set null,
  number text not null,
  matter text not null,
  kind text not null constraint key_decision_kind_known check (kind in ('majorDecision', 'personnel', 'project', 'funds', 'other')),
  decided_on date,
  meeting text,
  presided_by text,
  attendance int constraint key_decision_attendance_sane check (attendance >= 0),
  votes_for int constraint key_decision_for_sane check (votes_for >= 0),
  votes_against int constraint key_decision_against_sane check (votes_against >= 0),
  objection text,
  amount bigint constraint key_decision_amount_sane check (amount >= 0),
  result text,
  executing_unit text,
  papers text,
  version int not null,
  constraint key_decision_number_once unique (project, number)
);
create index key_decision_by_duty on key_decision (duty);

create table audit_check (
  id uuid constraint audit_check_pk primary key,
  project uuid not null constraint audit_check_project_fk references project (id) on delete cascade,
  duty uuid constraint audit_check_duty_fk references duty (id) on delete set null,
  decision uuid constraint audit_check_decision_fk references key_decision (id) on delete set null,
  number text not null,
  step text not null,
  method text not null,
  auditor text,
  result text constraint audit_check_result_known check (result in ('noProblem', 'problem', 'notChecked')),
  reason text,
  finding uuid constraint audit_check_finding_fk references finding (id) on delete set null,
  responsibility text constraint audit_check_responsibility_known check (responsibility in ('direct', 'leading', 'supervising')),
  version int not null,
  constraint audit_check_number_once unique (project, number),
  constraint audit_check_reason_given check (result is distinct from 'notChecked' or reason is not null)
);
create index audit_check_by_decision on audit_check (decision);
create index audit_check_by_duty on audit_check (duty);
create index audit_check_by_finding on audit_check (finding);

create table data_need (
  id uuid constraint data_need_pk primary key,
  project uuid not null constraint data_need_project_fk references project (id) on delete cascade,
  audit_check uuid constraint data_need_check_fk references audit_check (id) on delete set null,
  number text not null,
  data_set text not null,
  owner_unit text not null,
  system text,
  fields text,
  period_from date,
  period_to date,
  format text,
  purpose text not null,
  requested_on date,
  due_on date,
  received_on date,
  quality text constraint data_need_quality_known check (quality in ('passed', 'failed')),
  quality_note text,
  confidentiality text not null constraint data_need_confidentiality_known check (confidentiality in ('open', 'internal', 'workSecret')),
  disposal text constraint data_need_disposal_known check (disposal in ('returned', 'destroyed')),
  disposed_on date,
  version int not null,
  constraint data_need_number_once unique (project, number),
  constraint data_need_period_forward check (period_to >= period_from),
  constraint data_need_received_after_request check (received_on >= requested_on),
  constraint data_need_disposed_after_receipt check (disposed_on >= received_on),
  constraint data_need_disposal_dated check ((disposal is null) = (disposed_on is null))
);
create index data_need_by_check on data_need (audit_check);
