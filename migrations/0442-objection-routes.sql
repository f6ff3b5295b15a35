-- Where an objection goes, by the version of the rule: as rows, each with its article.
create table review_route (
  id uuid constraint review_route_pk primary key,
  level int not null constraint review_route_level_sane check (level between 1 and 3),
  body_zh text not null,
  body_en text not null,
  ask_clock text not null,
  decide_clock text not null,
  smallest_group int not null,
  without_original boolean not null,
  approved_by_committee boolean not null,
  final boolean not null,
  region text,
  valid_from date not null,
  valid_until date,
  citation text not null,
  verified boolean not null,
  constraint review_route_once unique nulls not distinct (level, valid_from, region)
);
insert into review_route (id, level, body_zh, body_en, ask_clock, decide_clock, smallest_group, without_original, approved_by_committee, final, region, valid_from, valid_until, citation, verified) values
  ('01960000-0442-7000-8000-000000000001', 1, '审计委员会办公室', 'the audit-committee office', 'review.request', 'review.decide', 2, true, true, true, null, '2019-07-07', null, '党政主要领导干部和国有企事业单位主要领导人员经济责任审计规定（2019）第三十六条', false),
  ('01960000-0442-7000-8000-000000000002', 1, '出具审计报告的审计机关', 'the audit office that issued the report', 'review.request', 'review.decide', 2, true, false, false, null, '2010-10-12', '2019-07-06', '党政主要领导干部和国有企业领导人员经济责任审计规定（2010）第三十二条', false),
  ('01960000-0442-7000-8000-000000000003', 2, '上一级审计机关', 'the audit office one level up', 'review.higherRequest', 'review.higherDecide', 2, true, false, true, null, '2010-10-12', '2019-07-06', '党政主要领导干部和国有企业领导人员经济责任审计规定（2010）第三十二条', false);

-- The check by the higher audit office, which the older rule knew.
create table higher_review (
  id uuid constraint higher_review_pk primary key,
  project uuid not null constraint higher_review_project_fk references project (id) on delete cascade,
  review_case uuid not null constraint higher_review_case_fk references review_case (id) on delete cascade,
  official uuid not null constraint higher_review_official_fk references official (id),
  body text not null,
  raised_on date not null,
  text text not null,
  findings jsonb not null,
  decision_ref text,
  outcome text constraint higher_review_outcome_known check (outcome in ('upheld', 'partly', 'rejected')),
  reason text,
  decided_on date,
  entered_by text,
  version int not null,
  constraint higher_review_once unique (review_case),
  constraint higher_review_decided_whole check ((outcome is null) = (decided_on is null))
);

-- A word on the draft after its day: silence had counted as no objection, the word is kept and read all the same.
create table late_reply (
  id uuid constraint late_reply_pk primary key,
  project uuid not null constraint late_reply_project_fk references project (id) on delete cascade,
  finding uuid constraint late_reply_finding_fk references finding (id) on delete cascade,
  party text not null constraint late_reply_party_known check (party in ('official', 'unit')),
  replier uuid not null,
  account text not null,
  text text not null,
  evidence jsonb not null,
  due_on date not null,
  given_on date not null,
  answer text,
  answered_by text,
  answered_on date,
  version int not null,
  constraint late_reply_after_its_day check (given_on > due_on),
  constraint late_reply_answered_whole check ((answer is null) = (answered_on is null))
);
create index late_reply_by_project on late_reply (project);
