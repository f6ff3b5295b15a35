-- Papers of the library. An unreadable file keeps its row with the reason and has no text.
create table document (
  id           uuid    constraint document_pk primary key,
  name         text    not null constraint document_has_name check (name <> ''),
  title        text    not null constraint document_has_title check (title <> ''),
  kind         text    not null constraint document_kind_known
                 check (kind in ('auditReport', 'resultReport', 'rectificationReport', 'article', 'other')),
  number       text,
  unit         uuid    constraint document_unit_fk references unit (id) on delete set null,
  year         integer constraint document_year_sane check (year between 1949 and 2100),
  guessed      jsonb   not null,
  sha256       text    not null constraint document_sha256_form check (sha256 ~ '^[0-9a-f]{64}$'),
  size         bigint  not null,
  media        text    not null,
  state        text    not null constraint document_state_known check (state in ('read', 'unreadable')),
  reason       text,
  reason_facts jsonb,
  characters   integer not null,
  paragraphs   integer not null,
  headings     integer not null,
  pages        integer,
  silent_pages jsonb   not null,
  imported_on  date    not null,
  imported_by  text    not null,
  batch        uuid    not null,
  jurisdiction text    not null,
  version      integer not null,
  constraint document_unreadable_says_why check ((state = 'unreadable') = (reason is not null))
);
create index document_by_name on document (name);
create index document_by_sha256 on document (sha256);
create index document_by_unit on document (unit);
create index document_by_batch on document (batch);

-- The decoded text as it stands now, and the same text folded for matching.
create table document_text (
  id          uuid  constraint document_text_pk primary key,
  document    uuid  not null constraint document_text_document_fk references document (id) on delete cascade,
  text        text  not null,
  folded      text  not null,
  page_starts jsonb not null,
  constraint document_text_once unique (document)
);

-- Offsets are UTF-16 code units in the text.
create table paragraph (
  id        uuid    constraint paragraph_pk primary key,
  document  uuid    not null constraint paragraph_document_fk references document (id) on delete cascade,
  no        integer not null constraint paragraph_counts_from_one check (no >= 1),
  starts_at integer not null,
  ends_at   integer not null,
  page      integer,
  heading   integer constraint paragraph_heading_level check (heading between 1 and 6),
  constraint paragraph_once unique (document, no),
  constraint paragraph_not_empty check (ends_at > starts_at)
);

-- What a paper said before a file of the same name with other content took its place.
create table document_edition (
  id          uuid   constraint document_edition_pk primary key,
  document    uuid   not null constraint document_edition_document_fk references document (id) on delete cascade,
  sha256      text   not null,
  size        bigint not null,
  media       text   not null,
  text        text   not null,
  page_starts jsonb  not null,
  imported_on date   not null,
  replaced_on date   not null,
  batch       uuid   not null
);
create index document_edition_by_document on document_edition (document);
create index document_edition_by_sha256 on document_edition (sha256);
