-- Materials asked of a unit (调阅清单), its answers, originals on loan, and packages for units without network access.
create table material_request (
  id uuid constraint material_request_pk primary key,
  project uuid constraint material_request_project_fk references project (id) on delete cascade,
  side text not null constraint material_request_side_known check (side in ('audit', 'patrol', 'organisation')),
  number text not null,
  unit uuid not null constraint material_request_unit_fk references unit (id),
  name text not null,
  period_from date,
  period_to date,
  purpose text,
  originals boolean not null,
  asked_by text not null,
  asked_name text not null,
  asked_on date not null,
  due_on date not null,
  state text not null constraint material_request_state_known check (state in ('open', 'answered', 'returned', 'accepted', 'withdrawn')),
  same_as uuid constraint material_request_same_as_fk references material_request (id) on delete set null,
  apart_reason text,
  jurisdiction text not null,
  version int not null,
  constraint material_request_period_forward check (period_to >= period_from),
  constraint material_request_due_after_asking check (due_on >= asked_on),
  constraint material_request_not_its_own check (same_as is distinct from id)
);
create index material_request_by_unit on material_request (unit, state);
create index material_request_by_project on material_request (project, number);

create table request_answer (
  id uuid constraint request_answer_pk primary key,
  request uuid not null constraint request_answer_request_fk references material_request (id) on delete cascade,
  round int not null,
  via text not null constraint request_answer_via_known check (via in ('portal', 'package', 'earlier')),
  text text not null,
  answered_by text not null,
  answered_name text not null,
  answered_on date not null,
  outcome text constraint request_answer_outcome_known check (outcome in ('accepted', 'returned')),
  reason text,
  decided_by text,
  decided_on date,
  constraint request_answer_round_once unique (request, round),
  constraint request_answer_returned_with_reason check (outcome is distinct from 'returned' or reason is not null)
);

create table answer_file (
  id uuid constraint answer_file_pk primary key,
  answer uuid not null constraint answer_file_answer_fk references request_answer (id) on delete cascade,
  name text not null,
  sha256 text not null,
  size bigint not null
);
create index answer_file_by_answer on answer_file (answer);
create index answer_file_by_hash on answer_file (sha256);

create table original_loan (
  id uuid constraint original_loan_pk primary key,
  request uuid not null constraint original_loan_request_fk references material_request (id) on delete cascade,
  what text not null,
  copies int not null constraint original_loan_copies_sane check (copies > 0),
  handed_by text not null,
  received_by text not null,
  received_on date not null,
  returned_on date,
  returned_to text,
  version int not null,
  constraint original_loan_return_after_receipt check (returned_on >= received_on),
  constraint original_loan_return_signed check ((returned_on is null) = (returned_to is null))
);
create index original_loan_by_request on original_loan (request);

create table request_package (
  id uuid constraint request_package_pk primary key,
  project uuid constraint request_package_project_fk references project (id) on delete cascade,
  unit uuid not null constraint request_package_unit_fk references unit (id),
  jurisdiction text not null,
  requests jsonb not null,
  issue_key text not null,
  answer_key text not null,
  digest text not null,
  exported_by text not null,
  exported_at timestamptz not null,
  imported_by text,
  imported_at timestamptz,
  answer_digest text
);
create index request_package_by_unit on request_package (unit);
