-- The structured test of the three distinctions, from the claim to the decision.
create table tolerance_question (
  id uuid constraint tolerance_question_pk primary key,
  code text not null,
  place int not null,
  zh text not null,
  en text not null,
  must_be text constraint tolerance_question_must_known check (must_be in ('yes', 'no')),
  valid_from date not null,
  valid_until date,
  citation text not null,
  verified boolean not null,
  constraint tolerance_question_once unique (code, valid_from)
);
insert into tolerance_question (id, code, place, zh, en, must_be, valid_from, valid_until, citation, verified) values
  ('01960000-0441-7000-8000-000000000001', 'pilot', 1, '是否属于推进改革中因缺乏经验、先行先试出现的失误（与明知故犯区分）', 'An error of a pilot from inexperience, and no knowing breach?', null, '2016-01-18', null, '“三个区分开来”之一；2019年规定第四十二条（待核对）', false),
  ('01960000-0441-7000-8000-000000000002', 'unforbidden', 2, '当时有无明令禁止、禁止后是否仍我行我素（与上级明令禁止后的行为区分）：行为时是否已被明令禁止', 'Was it expressly forbidden at the time?', 'no', '2016-01-18', null, '“三个区分开来”之二；2019年规定第四十二条（待核对）', false),
  ('01960000-0441-7000-8000-000000000003', 'privateGain', 3, '是否为本人、亲属或者特定关系人谋取私利（与为推动发展的无意过失区分）', 'Private gain for self, kin or associates?', 'no', '2016-01-18', null, '“三个区分开来”之三；2019年规定第四十二条（待核对）', false),
  ('01960000-0441-7000-8000-000000000004', 'knowing', 4, '是否明知违反纪律法律而为之', 'A breach known as such at the time?', 'no', '2016-01-18', null, '“三个区分开来”之一；2019年规定第四十二条（待核对）', false),
  ('01960000-0441-7000-8000-000000000005', 'procedure', 5, '是否经过民主决策等规定程序', 'Was the procedure followed?', null, '2016-01-18', null, '2019年规定第三十八条、第四十二条（待核对）', false),
  ('01960000-0441-7000-8000-000000000006', 'repaired', 6, '是否主动挽回损失、消除影响', 'Were the effects repaired of own accord?', null, '2016-01-18', null, '2019年规定第四十二条（待核对）', false);

create table tolerance_case (
  id uuid constraint tolerance_case_pk primary key,
  finding uuid not null constraint tolerance_case_finding_fk references finding (id) on delete cascade,
  official uuid not null constraint tolerance_case_official_fk references official (id),
  claimant text not null constraint tolerance_case_claimant_known check (claimant in ('official', 'unit', 'office')),
  claimed_by text not null,
  claimed_name text not null,
  raised_on date not null,
  grounds jsonb not null,
  facts text not null,
  answers jsonb not null,
  state text not null constraint tolerance_case_state_known check (state in ('raised', 'examined', 'decided', 'withdrawn')),
  team_view text,
  examined_by text,
  examined_name text,
  examined_on date,
  discussion text,
  outcome text constraint tolerance_case_outcome_known check (outcome in ('exempt', 'lighten', 'notApplicable')),
  reason text,
  wording text,
  decided_by text,
  decided_name text,
  decided_on date,
  version int not null,
  constraint tolerance_case_decided_whole check ((state = 'decided') = (decided_on is not null)),
  constraint tolerance_case_decided_by_another check (decided_by is null or decided_by <> examined_by)
);
create index tolerance_case_by_finding on tolerance_case (finding);
create unique index tolerance_case_one_open on tolerance_case (finding, official) where state in ('raised', 'examined');

-- What the decision does to the sentence that states the problem.
alter table tolerance add column wording text;
