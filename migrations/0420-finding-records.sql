-- A finding as it is written in the product: what ought to be, what is, why, and what came of it; draft until confirmed.
alter table finding
  add column year int,
  add column standard text,
  add column cause text,
  add column consequence text,
  add column act_on date,
  add column established text not null default 'confirmed' constraint finding_established_known check (established in ('draft', 'confirmed'));
update finding set year = (select p.year from project p where p.id = finding.project);
alter table finding alter column year set not null;
alter table finding alter column established drop default;

-- The year of a finding is its project's, whoever writes it and whenever the project's is put right.
create function finding_year() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  new.year := coalesce((select p.year from project p where p.id = new.project), new.year);
  return new;
end $$;
create trigger finding_year before insert or update of project, year on finding for each row execute function finding_year();
create function project_year() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update finding set year = new.year where project = new.id and year <> new.year;
  return null;
end $$;
create trigger project_year after update of year on project for each row when (old.year is distinct from new.year) execute function project_year();
revoke all on function finding_year() from public;
revoke all on function project_year() from public;

-- Money of one kind in the lines of a finding, whole fen; immutable, so that lists may be ordered by it from an index.
create function money_of(lines jsonb, kind text) returns bigint language sql immutable strict parallel safe as $$
  select coalesce(sum((line ->> 'fen')::bigint), 0)::bigint from jsonb_array_elements($1) line where line ->> 'kind' = $2
$$;
create index finding_newest on finding (year desc, number);
create index finding_by_breach on finding (money_of(money, 'breach') desc, number);
create index finding_by_irregular on finding (money_of(money, 'irregular') desc, number);
create index finding_by_class_year on finding (problem_class text_pattern_ops, year desc, number);
create index finding_by_unit_class on finding (unit, problem_class, year);
create index finding_counted on finding (jurisdiction, established) include (id, project, unit, year);

-- What a finding said, version by version, with who wrote it and why.
create table finding_edition (
  id uuid constraint finding_edition_pk primary key,
  finding uuid not null constraint finding_edition_finding_fk references finding (id) on delete cascade,
  version int not null,
  deed text not null constraint finding_edition_deed_known check (deed in ('recorded', 'edited', 'confirmed', 'corrected')),
  said jsonb not null,
  reason text,
  paper text,
  account text not null,
  name text not null,
  made_on date not null,
  constraint finding_edition_once unique (finding, version),
  constraint finding_edition_correction_reasoned check (deed <> 'corrected' or (reason is not null and paper is not null))
);

-- A citation pinned to the text in force on the day of the act.
create table finding_basis (
  id uuid constraint finding_basis_pk primary key,
  finding uuid not null constraint finding_basis_finding_fk references finding (id) on delete cascade,
  use text not null constraint finding_basis_use_known check (use in ('qualification', 'handling')),
  citation text not null,
  regulation uuid not null constraint finding_basis_regulation_fk references regulation (id),
  regulation_version uuid not null constraint finding_basis_version_fk references regulation_version (id),
  article int not null,
  suffix int not null,
  paragraph int,
  item int,
  quote text not null,
  act_on date not null,
  constraint finding_basis_once unique nulls not distinct (finding, use, regulation_version, article, suffix, paragraph, item)
);
create index finding_basis_by_version on finding_basis (regulation_version);
create index finding_basis_by_regulation on finding_basis (regulation);

-- Where a finding is printed: one row a report, beside the place in its own audit report.
create table finding_place (
  id uuid constraint finding_place_pk primary key,
  finding uuid not null constraint finding_place_finding_fk references finding (id) on delete cascade,
  kind text not null constraint finding_place_kind_known check (kind in ('draft', 'auditReport', 'resultReport', 'decision', 'other')),
  document uuid not null,
  paragraph int,
  starts_at int,
  ends_at int,
  constraint finding_place_span_whole check ((starts_at is null) = (ends_at is null) and ends_at >= starts_at),
  constraint finding_place_once unique nulls not distinct (finding, document, starts_at)
);
create index finding_place_by_document on finding_place (document);

-- How classes of an older scheme are told in a newer one; the shares of one old class make a thousand.
create table class_remap (
  id uuid constraint class_remap_pk primary key,
  jurisdiction text,
  old_code text not null,
  new_code text not null,
  share int not null constraint class_remap_share_sane check (share between 1 and 1000),
  starts_on date not null,
  reason text not null,
  constraint class_remap_once unique nulls not distinct (jurisdiction, old_code, new_code, starts_on)
);
alter table problem_class add column version int not null default 1;
alter table problem_class alter column version drop default;

-- Two findings of one unit and class in different audits, with why they are alike; a person decides whether it is a repeat.
create table finding_repeat (
  id uuid constraint finding_repeat_pk primary key,
  finding uuid not null constraint finding_repeat_finding_fk references finding (id) on delete cascade,
  earlier uuid not null constraint finding_repeat_earlier_fk references finding (id) on delete cascade,
  likeness int not null constraint finding_repeat_likeness_sane check (likeness between 0 and 100),
  shared jsonb not null,
  heads jsonb not null,
  earlier_heads jsonb not null,
  found_on date not null,
  verdict text not null constraint finding_repeat_verdict_known check (verdict in ('proposed', 'confirmed', 'rejected')),
  decided_by text,
  decided_on date,
  note text,
  version int not null,
  constraint finding_repeat_once unique (finding, earlier),
  constraint finding_repeat_other check (finding <> earlier),
  constraint finding_repeat_decided check ((verdict = 'proposed') = (decided_on is null))
);
create index finding_repeat_by_earlier on finding_repeat (earlier);

-- What rules propose from the text of a paper; nothing of it is a finding until a person says so.
create table finding_proposal (
  id uuid constraint finding_proposal_pk primary key,
  document uuid not null constraint finding_proposal_document_fk references document (id) on delete cascade,
  print text not null,
  kind text not null constraint finding_proposal_kind_known check (kind in ('problem', 'heading', 'amount', 'date', 'citation', 'status', 'suspect')),
  rule text not null,
  paragraph int not null,
  starts_at int not null,
  ends_at int not null,
  text text not null,
  value jsonb not null,
  parent uuid,
  state text not null constraint finding_proposal_state_known check (state in ('open', 'confirmed', 'edited', 'rejected')),
  finding uuid constraint finding_proposal_finding_fk references finding (id) on delete set null,
  decided_by text,
  decided_on date,
  note text,
  version int not null,
  constraint finding_proposal_once unique (document, print, rule, starts_at, ends_at),
  constraint finding_proposal_decided check ((state = 'open') = (decided_on is null))
);
create index finding_proposal_by_finding on finding_proposal (finding);

-- Settings of this room that are no number of law: dated, by place, with where they come from.
create table finding_rule (
  id uuid constraint finding_rule_pk primary key,
  rule text not null,
  amount int not null,
  unit text not null,
  region text,
  valid_from date not null,
  valid_until date,
  citation text not null,
  verified boolean not null,
  constraint finding_rule_once unique nulls not distinct (rule, region, valid_from)
);
insert into finding_rule (id, rule, amount, unit, region, valid_from, valid_until, citation, verified) values
  (gen_random_uuid(), 'repeat.likeness', 30, 'percent', null, date '1999-01-01', null, '本产品设定：同单位同类问题，用语相同的比例', false),
  (gen_random_uuid(), 'repeat.years', 10, 'year', null, date '1999-01-01', null, '本产品设定：向前比对的年数', false),
  (gen_random_uuid(), 'repeat.earlier', 12, 'finding', null, date '1999-01-01', null, '本产品设定：每个问题最多比对的以前问题数', false);
