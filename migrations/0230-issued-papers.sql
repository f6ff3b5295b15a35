-- A numbering series of one organ: a word such as 澜审经责报, counted anew each year, on the party side or the state side.
create table paper_series (
  id uuid constraint paper_series_pk primary key,
  jurisdiction text not null,
  organ text not null,
  side text not null constraint paper_series_side_known check (side in ('party', 'state')),
  word text not null,
  kinds text[] not null,
  first_number int not null constraint paper_series_first_positive check (first_number >= 1),
  changed_by text not null,
  changed_on date not null,
  closed_on date,
  version int not null,
  constraint paper_series_word_once unique (jurisdiction, word)
);

-- An editable Word template of one document type; each upload is a version of its own and is kept.
create table paper_template (
  id uuid constraint paper_template_pk primary key,
  jurisdiction text not null,
  kind text not null,
  edition int not null,
  name text not null,
  sha256 text not null,
  size int not null,
  state text not null constraint paper_template_state_known check (state in ('waiting', 'active', 'withdrawn')),
  lacking text[] not null,
  note text not null,
  uploaded_by text not null,
  uploaded_on date not null,
  activated_by text,
  activated_on date,
  withdrawn_by text,
  withdrawn_on date,
  version int not null,
  constraint paper_template_edition_once unique (jurisdiction, kind, edition)
);
create unique index paper_template_one_active on paper_template (jurisdiction, kind) where state = 'active';

-- One official paper from draft to issue. Frozen bytes lie in the file store under their sha256.
create table issued_paper (
  id uuid constraint issued_paper_pk primary key,
  jurisdiction text not null,
  project uuid constraint issued_paper_project_fk references project (id),
  subject text not null,
  kind text not null,
  title text not null,
  state text not null constraint issued_paper_state_known check (state in ('draft', 'frozen', 'issued', 'voided')),
  series uuid constraint issued_paper_series_fk references paper_series (id),
  number text,
  secrecy text not null constraint issued_paper_secrecy_known check (secrecy in ('open', 'internal', 'workSecret')),
  head jsonb not null,
  field_values jsonb not null,
  blank text[] not null,
  template uuid constraint issued_paper_template_fk references paper_template (id),
  template_sha256 text,
  paper_on date,
  sha256 text,
  size int,
  frozen_by text,
  frozen_on date,
  pdf_sha256 text,
  pdf_state text not null constraint issued_paper_pdf_known check (pdf_state in ('none', 'waiting', 'done', 'absent', 'failed')),
  drafted_by text not null,
  drafted_on date not null,
  issued_by text,
  issued_on date,
  voided_by text,
  voided_on date,
  void_reason text,
  replaces uuid constraint issued_paper_replaces_fk references issued_paper (id),
  version int not null,
  constraint issued_paper_frozen_has_bytes check ((state in ('frozen', 'issued')) <= (sha256 is not null and frozen_on is not null)),
  constraint issued_paper_issued_has_day check ((state = 'issued') <= (issued_on is not null)),
  constraint issued_paper_voided_has_reason check ((state = 'voided') = (void_reason is not null)),
  constraint issued_paper_number_once unique (jurisdiction, number)
);
create index issued_paper_by_subject on issued_paper (subject, kind);
create index issued_paper_by_project on issued_paper (project);
create index issued_paper_by_day on issued_paper (jurisdiction, issued_on desc);

-- Numbers allotted from a series: no gap, none twice; a voided one is kept with its reason.
create table paper_number (
  id uuid constraint paper_number_pk primary key,
  series uuid not null constraint paper_number_series_fk references paper_series (id),
  year int not null,
  number int not null,
  paper uuid constraint paper_number_paper_fk references issued_paper (id),
  state text not null constraint paper_number_state_known check (state in ('taken', 'voided')),
  taken_by text not null,
  taken_on date not null,
  reason text,
  constraint paper_number_once unique (series, year, number),
  constraint paper_number_voided_has_reason check ((state = 'voided') = (reason is not null))
);

-- Every setting of a paper that was made: bytes kept, so that two of them can be compared.
create table paper_edition (
  id uuid constraint paper_edition_pk primary key,
  paper uuid not null constraint paper_edition_paper_fk references issued_paper (id) on delete cascade,
  edition int not null,
  sha256 text not null,
  size int not null,
  template_sha256 text not null,
  made_by text not null,
  made_on date not null,
  constraint paper_edition_once unique (paper, edition)
);

-- Service of a paper on one recipient (送达回证). Nothing counts as served without the proof.
create table service_receipt (
  id uuid constraint service_receipt_pk primary key,
  paper uuid not null constraint service_receipt_paper_fk references issued_paper (id),
  recipient text not null,
  recipient_unit uuid constraint service_receipt_unit_fk references unit (id),
  method text not null constraint service_receipt_method_known check (method in ('direct', 'witnessed', 'mail', 'electronic', 'entrusted', 'other')),
  deliverer text not null,
  sent_on date not null,
  served_on date,
  signer text,
  proof_sha256 text,
  proof_name text,
  note text not null,
  noted_by text not null,
  noted_on date not null,
  version int not null,
  constraint service_receipt_once unique (paper, recipient),
  constraint service_receipt_served_with_proof check ((served_on is null) = (proof_sha256 is null)),
  constraint service_receipt_served_after_sent check (served_on >= sent_on)
);
create index service_receipt_by_paper on service_receipt (paper);
