-- Evidence sheets, what they prove, working papers with their review, and talks.
create table evidence (
  id uuid constraint evidence_pk primary key,
  project uuid not null constraint evidence_project_fk references project (id) on delete cascade,
  number text not null,
  title text not null,
  summary text not null,
  kind text not null constraint evidence_kind_known check (kind in ('document', 'account', 'data', 'statement', 'inventory', 'media')),
  evidence_on date not null,
  taken_in_at timestamptz not null,
  taken_by text not null,
  taken_name text not null,
  provider text not null,
  document uuid,
  page int constraint evidence_page_sane check (page > 0),
  paragraph int constraint evidence_paragraph_sane check (paragraph > 0),
  answer uuid constraint evidence_answer_fk references request_answer (id) on delete set null,
  reply_due_on date,
  sign text not null constraint evidence_sign_known check (sign in ('pending', 'countersigned', 'refused')),
  signed_on date,
  signed_by text,
  opinion text,
  refusal text,
  version int not null,
  constraint evidence_number_once unique (project, number),
  constraint evidence_sign_dated check ((sign = 'pending') = (signed_on is null)),
  constraint evidence_countersigned_by check (sign <> 'countersigned' or signed_by is not null),
  constraint evidence_refusal_reasoned check (sign <> 'refused' or refusal is not null)
);

create table evidence_file (
  id uuid constraint evidence_file_pk primary key,
  evidence uuid not null constraint evidence_file_evidence_fk references evidence (id) on delete cascade,
  name text not null,
  sha256 text not null,
  size bigint not null
);
create index evidence_file_by_evidence on evidence_file (evidence);
create index evidence_file_by_hash on evidence_file (sha256);

create table finding_evidence (
  id uuid constraint finding_evidence_pk primary key,
  finding uuid not null constraint finding_evidence_finding_fk references finding (id) on delete cascade,
  evidence uuid not null constraint finding_evidence_evidence_fk references evidence (id) on delete cascade,
  page int constraint finding_evidence_page_sane check (page > 0),
  starts_at int,
  ends_at int,
  note text,
  linked_by text not null,
  linked_on date not null,
  constraint finding_evidence_once unique (finding, evidence),
  constraint finding_evidence_span check ((starts_at is null) = (ends_at is null) and (ends_at is null or ends_at > starts_at))
);
create index finding_evidence_by_evidence on finding_evidence (evidence);

create table check_evidence (
  id uuid constraint check_evidence_pk primary key,
  audit_check uuid not null constraint check_evidence_check_fk references audit_check (id) on delete cascade,
  evidence uuid not null constraint check_evidence_evidence_fk references evidence (id) on delete cascade,
  constraint check_evidence_once unique (audit_check, evidence)
);
create index check_evidence_by_evidence on check_evidence (evidence);

create table working_paper (
  id uuid constraint working_paper_pk primary key,
  project uuid not null constraint working_paper_project_fk references project (id) on delete cascade,
  audit_check uuid constraint working_paper_check_fk references audit_check (id) on delete set null,
  number text not null,
  matter text not null,
  process text not null,
  facts text not null,
  conclusion text not null,
  state text not null constraint working_paper_state_known check (state in ('draft', 'submitted', 'returned', 'reviewed')),
  prepared_by text not null,
  prepared_name text not null,
  prepared_on date not null,
  reviewed_by text,
  reviewed_name text,
  reviewed_on date,
  opinion text,
  reviewed_digest text,
  digest text not null,
  edited_on date not null,
  edited_by text not null,
  version int not null,
  constraint working_paper_number_once unique (project, number),
  constraint working_paper_other_reviewer check (reviewed_by is distinct from prepared_by),
  constraint working_paper_review_complete check (state <> 'reviewed' or (reviewed_by is not null and reviewed_on is not null and reviewed_digest is not null))
);

create table paper_evidence (
  id uuid constraint paper_evidence_pk primary key,
  paper uuid not null constraint paper_evidence_paper_fk references working_paper (id) on delete cascade,
  evidence uuid not null constraint paper_evidence_evidence_fk references evidence (id) on delete cascade,
  constraint paper_evidence_once unique (paper, evidence)
);
create index paper_evidence_by_evidence on paper_evidence (evidence);

create table review_note (
  id uuid constraint review_note_pk primary key,
  paper uuid not null constraint review_note_paper_fk references working_paper (id) on delete cascade,
  text text not null,
  raised_by text not null,
  raised_name text not null,
  raised_on date not null,
  answer text,
  answered_by text,
  answered_on date,
  settled_on date,
  version int not null,
  constraint review_note_answer_dated check ((answer is null) = (answered_on is null)),
  constraint review_note_settled_after_answer check (settled_on is null or answer is not null)
);
create index review_note_by_paper on review_note (paper, id);

create table talk (
  id uuid constraint talk_pk primary key,
  project uuid not null constraint talk_project_fk references project (id) on delete cascade,
  number text not null,
  held_on date not null,
  begins_at text,
  ends_at text,
  location text not null,
  person text not null,
  post text,
  auditors jsonb not null,
  topic text not null,
  lines jsonb not null,
  papers_shown boolean not null,
  sign text not null constraint talk_sign_known check (sign in ('pending', 'countersigned', 'refused')),
  signed_on date,
  signed_by text,
  refusal text,
  version int not null,
  constraint talk_number_once unique (project, number),
  constraint talk_sign_dated check ((sign = 'pending') = (signed_on is null)),
  constraint talk_refusal_reasoned check (sign <> 'refused' or refusal is not null)
);
