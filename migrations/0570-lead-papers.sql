-- The papers of a lead besides its letter: what the receiver is told (reminder, receipt) stands with the letter; minutes of
-- the assessment and the report to the committee stay inside, as the notes do. An exhibit is one file of the evidence as it
-- was handed over: the receiver reads it there and nowhere else.
alter table lead_paper add column kind text not null default 'letter'
  constraint lead_paper_kind_known check (kind in ('letter', 'reminder', 'receipt'));
alter table lead_paper alter column kind drop default;
alter table lead_paper drop constraint lead_paper_once;
create unique index lead_paper_letter_once on lead_paper (lead, round) where kind = 'letter';
create index lead_paper_by_lead on lead_paper (lead);

create table lead_inside_paper (
  id uuid constraint lead_inside_paper_pk primary key,
  lead uuid not null constraint lead_inside_paper_lead_fk references lead (id) on delete cascade,
  round int not null,
  kind text not null constraint lead_inside_paper_kind_known check (kind in ('minutes', 'report')),
  number text not null,
  name text not null,
  sha256 text not null,
  size int not null,
  made_by text not null,
  made_on date not null,
  drafter text not null,
  jurisdiction text not null
);
create index lead_inside_paper_by_lead on lead_inside_paper (lead);

create table lead_exhibit (
  id uuid constraint lead_exhibit_pk primary key,
  lead uuid not null constraint lead_exhibit_lead_fk references lead (id) on delete cascade,
  evidence uuid not null,
  name text not null,
  sha256 text not null,
  size int not null,
  given_on date not null
);
create index lead_exhibit_by_lead on lead_exhibit (lead);

-- What has been sent before today is handed over with the files it named.
insert into lead_exhibit (id, lead, evidence, name, sha256, size, given_on)
select gen_random_uuid(), l.id, f.evidence, f.name, f.sha256, f.size, l.sent_on
from lead l, jsonb_array_elements(l.evidence) e join evidence_file f on f.evidence = (e ->> 'evidence')::uuid
where l.sent_on is not null and e ->> 'evidence' is not null;
