-- Leads (线索移送): organs that receive them and their keys, the rules of routing and of sanctions, the leads with their steps.
create table lead_organ (
  id uuid constraint lead_organ_pk primary key,
  name text not null,
  kind text not null constraint lead_organ_kind_known check (kind in
    ('discipline', 'organisation', 'finance', 'stateAssets', 'publicSecurity', 'procuratorate', 'tax', 'industry', 'superior', 'government')),
  organ text constraint lead_organ_organ_known check (organ in ('discipline', 'organisation', 'finance', 'stateAssets')),
  jurisdiction text not null,
  version int not null,
  constraint lead_organ_name_once unique (name, jurisdiction)
);

create table organ_key (
  id uuid constraint organ_key_pk primary key,
  organ uuid not null constraint organ_key_organ_fk references lead_organ (id) on delete cascade,
  box_key text not null,
  sign_key text not null,
  fingerprint text not null,
  state text not null constraint organ_key_state_known check (state in ('proposed', 'active', 'retired')),
  proposed_by text not null,
  proposed_on date not null,
  confirmed_by text,
  confirmed_on date,
  jurisdiction text not null,
  version int not null,
  constraint organ_key_by_two check (confirmed_by is distinct from proposed_by),
  constraint organ_key_active_confirmed check (state <> 'active' or confirmed_by is not null)
);
create unique index organ_key_one_active on organ_key (organ) where state = 'active';

create table route_rule (
  id uuid constraint route_rule_pk primary key,
  code text not null,
  title jsonb not null,
  natures text[] not null,
  managed text[] not null,
  place text not null constraint route_rule_place_known check (place in ('any', 'own', 'below')),
  from_fen bigint,
  receiver_kind text,
  receiver_place text not null constraint route_rule_receiver_place_known check (receiver_place in ('own', 'unit', 'above')),
  supervised boolean not null,
  copy_discipline boolean not null,
  committee_first boolean not null,
  priority int not null,
  region text,
  valid_from date not null,
  valid_until date,
  citation text not null,
  verified boolean not null,
  version int not null,
  constraint route_rule_span_forward check (valid_until >= valid_from)
);

create table sanction_rule (
  id uuid constraint sanction_rule_pk primary key,
  code text not null,
  kind text not null,
  title jsonb not null,
  months int constraint sanction_rule_months_positive check (months > 0),
  region text,
  valid_from date not null,
  valid_until date,
  citation text not null,
  verified boolean not null,
  version int not null,
  constraint sanction_rule_span_forward check (valid_until >= valid_from)
);

create table lead (
  id uuid constraint lead_pk primary key,
  number text not null,
  title text not null,
  nature text not null constraint lead_nature_known check (nature in
    ('duty', 'dutyCrime', 'crime', 'tax', 'fiscal', 'stateAssets', 'industry', 'personnel')),
  managed_by text not null constraint lead_managed_by_known check (managed_by in ('province', 'city', 'county', 'none')),
  unit uuid not null constraint lead_unit_fk references unit (id),
  official uuid constraint lead_official_fk references official (id),
  persons text not null,
  project uuid constraint lead_project_fk references project (id) on delete set null,
  finding uuid constraint lead_finding_fk references finding (id) on delete set null,
  facts text not null,
  qualification text not null,
  basis text not null,
  opinion text not null,
  feedback_ask text not null,
  evidence jsonb not null,
  amount bigint,
  major boolean not null,
  major_ref text,
  major_on date,
  state text not null constraint lead_state_known check (state in
    ('draft', 'assessing', 'assessed', 'approved', 'sent', 'received', 'accepted', 'returned', 'handling', 'handled', 'fedBack', 'closed', 'cancelled')),
  round int not null,
  receiver uuid constraint lead_receiver_fk references lead_organ (id),
  overseer uuid constraint lead_overseer_fk references lead_organ (id),
  copy uuid constraint lead_copy_fk references lead_organ (id),
  mode text constraint lead_mode_known check (mode in ('direct', 'supervised')),
  route_rule text,
  route_reason text,
  assessors text[] not null,
  addressed_organ text,
  addressed_place text,
  overseen_organ text,
  overseen_place text,
  copied_organ text,
  copied_place text,
  conclusion text,
  letter_number text,
  clocks jsonb not null,
  transfer_due date,
  investigation_due date,
  handling_due date,
  feedback_due date,
  due_on date,
  drafted_by text not null,
  drafted_on date not null,
  approved_by text,
  approved_on date,
  sent_on date,
  received_on date,
  accepted_on date,
  begun_on date,
  handled_on date,
  fed_back_on date,
  feedback_ref text,
  reminded_on date,
  closed_on date,
  jurisdiction text not null,
  version int not null,
  constraint lead_number_once unique (jurisdiction, number),
  constraint lead_known_when_sent check (addressed_organ is null or sent_on is not null),
  constraint lead_sent_has_receiver check (sent_on is null or receiver is not null),
  constraint lead_major_reported check (not major or approved_on is null or major_on is not null),
  constraint lead_approved_by_another check (approved_by is distinct from drafted_by or approved_by is null),
  constraint lead_closed_has_day check ((state = 'closed') = (closed_on is not null)),
  constraint lead_closed_when_answered check (closed_on is null or fed_back_on is not null)
);
create unique index lead_letter_once on lead (jurisdiction, letter_number) where letter_number is not null;
create index lead_by_due on lead (jurisdiction, due_on) where due_on is not null;
create index lead_by_sending on lead (jurisdiction, sent_on);
create index lead_by_finding on lead (finding);
create index lead_by_project on lead (project);
create index lead_by_unit on lead (unit);
create index lead_by_official on lead (official);

create table lead_step (
  id uuid constraint lead_step_pk primary key,
  lead uuid not null constraint lead_step_lead_fk references lead (id) on delete cascade,
  step text not null,
  account text not null,
  name text not null,
  organ text not null,
  via text not null constraint lead_step_via_known check (via in ('house', 'package', 'paper')),
  taken_on date not null,
  text text not null,
  reference text
);
create index lead_step_by_lead on lead_step (lead, id);

create table lead_note (
  id uuid constraint lead_note_pk primary key,
  lead uuid not null constraint lead_note_lead_fk references lead (id) on delete cascade,
  step text not null,
  account text not null,
  name text not null,
  organ text not null,
  via text not null,
  taken_on date not null,
  text text not null,
  reference text,
  drafter text not null,
  jurisdiction text not null
);
create index lead_note_by_lead on lead_note (lead, id);

create table lead_opinion (
  id uuid constraint lead_opinion_pk primary key,
  lead uuid not null constraint lead_opinion_lead_fk references lead (id) on delete cascade,
  organ text not null,
  jurisdiction text not null,
  round int not null,
  stance text constraint lead_opinion_stance_known check (stance in ('agree', 'amend', 'oppose')),
  text text,
  name text,
  given_on date,
  constraint lead_opinion_once unique (lead, round, organ),
  constraint lead_opinion_whole check ((stance is null) = (given_on is null))
);

create table lead_outcome (
  id uuid constraint lead_outcome_pk primary key,
  lead uuid not null constraint lead_outcome_lead_fk references lead (id) on delete cascade,
  official uuid constraint lead_outcome_official_fk references official (id),
  person text not null,
  kind text not null constraint lead_outcome_kind_known check (kind in
    ('talk', 'criticism', 'selfReview', 'admonish', 'partyDiscipline', 'sanction', 'organisational', 'judicial', 'recovered', 'noFault', 'unproven')),
  sanction text,
  proven boolean not null,
  decided_on date not null,
  effect_until date,
  reference text not null,
  amount bigint,
  text text not null,
  organ_name text not null,
  recorded_by text not null,
  recorded_on date not null,
  constraint lead_outcome_unproven_stays check (kind not in ('noFault', 'unproven') or not proven)
);
create index lead_outcome_by_lead on lead_outcome (lead);
create index lead_outcome_by_official on lead_outcome (official);

create table lead_paper (
  id uuid constraint lead_paper_pk primary key,
  lead uuid not null constraint lead_paper_lead_fk references lead (id) on delete cascade,
  round int not null,
  number text not null,
  name text not null,
  sha256 text not null,
  size int not null,
  made_by text not null,
  made_on date not null,
  constraint lead_paper_once unique (lead, round)
);

create table lead_package (
  id uuid constraint lead_package_pk primary key,
  lead uuid not null constraint lead_package_lead_fk references lead (id) on delete cascade,
  round int not null,
  key uuid not null constraint lead_package_key_fk references organ_key (id),
  digest text not null,
  reply_secret text not null,
  made_by text not null,
  made_on date not null,
  jurisdiction text not null
);
create index lead_package_by_lead on lead_package (lead);

create table lead_reply (
  id uuid constraint lead_reply_pk primary key,
  package uuid not null constraint lead_reply_package_fk references lead_package (id) on delete cascade,
  digest text not null,
  kind text not null,
  taken_by text not null,
  taken_on date not null,
  jurisdiction text not null,
  constraint lead_reply_once unique (digest)
);

-- Days no law fixes: the law says "in writing" and "in time" only. The product's defaults, to be set by the place.
insert into clock_rule (id, rule, title, region, amount, unit, roll, direction, start_event, start_offset, valid_from, valid_until,
  selected_by, law_title, law_version, article, paragraph, item, verified, note, version) values
  ('01960000-0460-7000-8000-000000000001', 'lead.transfer', '{"zh": "移送并由受理机关受理（有效移送）", "en": "Sent and accepted (effective transfer)"}', null, 20, 'workingDay', 'none', 'after', 'leadApproved', 1, null, null, 'start', '本地规定（未入库）', null, null, null, null, false, '法律未定天数；此为本系统默认提醒期，可改', 1),
  ('01960000-0460-7000-8000-000000000002', 'lead.investigate', '{"zh": "受理后开展调查（有效调查）", "en": "Investigation begun (effective investigation)"}', null, 30, 'calendarDay', 'nextWorkingDay', 'after', 'leadAccepted', 1, null, null, 'start', '本地规定（未入库）', null, null, null, null, false, '法律未定天数；此为本系统默认提醒期，可改', 1),
  ('01960000-0460-7000-8000-000000000003', 'lead.handle', '{"zh": "调查后作出处理（有效办理）", "en": "Outcome decided (effective handling)"}', null, 90, 'calendarDay', 'nextWorkingDay', 'after', 'leadBegun', 1, null, null, 'start', '本地规定（未入库）', null, null, null, null, false, '法律未定天数；此为本系统默认提醒期，可改', 1);

insert into route_rule (id, code, title, natures, managed, place, from_fen, receiver_kind, receiver_place, supervised, copy_discipline,
  committee_first, priority, region, valid_from, valid_until, citation, verified, version) values
  ('01960000-0460-7000-8000-000000000101', 'upward', '{"zh": "上级管理的干部，移送上级纪检监察机关", "en": "Officials managed from above go to the discipline body above"}', '{duty,dutyCrime}', '{province}', 'any', null, 'discipline', 'above', false, false, false, 10, null, '2014-01-01', null, '甘肃省2014年公开做法：按干部管理权限逐级移送（待核对）', false, 1),
  ('01960000-0460-7000-8000-000000000102', 'countyMatter', '{"zh": "涉及区县的问题，由市纪委监委督办、区县纪委监委办理", "en": "County matters are handled by the county body, supervised by the city’s"}', '{duty,dutyCrime}', '{}', 'below', null, 'discipline', 'unit', true, false, false, 20, null, '2023-01-01', null, '郑州市审计局公开做法：“四有效”工作方式（待核对原文）', false, 1),
  ('01960000-0460-7000-8000-000000000103', 'department', '{"zh": "涉及市直部门的问题，由市纪委监委直接办理", "en": "Matters of city departments are handled by the city body"}', '{duty,dutyCrime}', '{}', 'own', null, 'discipline', 'own', false, false, false, 20, null, '2023-01-01', null, '郑州市审计局公开做法：“四有效”工作方式（待核对原文）', false, 1),
  ('01960000-0460-7000-8000-000000000104', 'police', '{"zh": "涉嫌其他犯罪的移送公安机关，抄送纪检监察机关", "en": "Other crime goes to the police, copy to the discipline body"}', '{crime}', '{}', 'any', null, 'publicSecurity', 'own', false, true, false, 30, null, '2023-01-01', null, '重庆彭水县“纪巡审”贯通协同措施公开做法（待核对原文）', false, 1),
  ('01960000-0460-7000-8000-000000000105', 'tax', '{"zh": "税收问题移送税务机关，抄送纪检监察机关", "en": "Tax matters go to the tax office, copy to the discipline body"}', '{tax}', '{}', 'any', null, 'tax', 'own', false, true, false, 30, null, '2023-01-01', null, '重庆彭水县“纪巡审”贯通协同措施公开做法（待核对原文）', false, 1),
  ('01960000-0460-7000-8000-000000000106', 'fiscal', '{"zh": "财政管理问题移送财政部门，抄送纪检监察机关", "en": "Fiscal matters go to finance, copy to the discipline body"}', '{fiscal}', '{}', 'any', null, 'finance', 'own', false, true, false, 30, null, '2023-01-01', null, '重庆彭水县“纪巡审”贯通协同措施公开做法（待核对原文）', false, 1),
  ('01960000-0460-7000-8000-000000000107', 'stateAssets', '{"zh": "国资监管问题移送国资监管机构，抄送纪检监察机关", "en": "State-asset matters go to the supervisor, copy to the discipline body"}', '{stateAssets}', '{}', 'any', null, 'stateAssets', 'own', false, true, false, 30, null, '2023-01-01', null, '重庆彭水县“纪巡审”贯通协同措施公开做法（待核对原文）', false, 1),
  ('01960000-0460-7000-8000-000000000108', 'industry', '{"zh": "行业监管问题移送行业主管部门，抄送纪检监察机关", "en": "Industry matters go to the supervisor, copy to the discipline body"}', '{industry}', '{}', 'any', null, 'industry', 'own', false, true, false, 30, null, '2023-01-01', null, '重庆彭水县“纪巡审”贯通协同措施公开做法（待核对原文）', false, 1),
  ('01960000-0460-7000-8000-000000000109', 'personnel', '{"zh": "组织人事问题移送组织部门", "en": "Personnel matters go to the organisation department"}', '{personnel}', '{}', 'any', null, 'organisation', 'own', false, false, false, 30, null, '2019-07-07', null, '按干部管理权限（待核对）', false, 1),
  ('01960000-0460-7000-8000-000000000110', 'major', '{"zh": "涉案金额较大的重大线索，先报审计委员会", "en": "Major leads by amount go to the committee first"}', '{}', '{}', 'any', 100000000, null, 'own', false, false, true, 50, null, '2019-07-07', null, '党政主要领导干部和国有企事业单位主要领导人员经济责任审计规定第三十四条（条款号待核对）；起点金额为本系统默认，可改', false, 1);

insert into sanction_rule (id, code, kind, title, months, region, valid_from, valid_until, citation, verified, version) values
  ('01960000-0460-7000-8000-000000000201', 'warning', 'sanction', '{"zh": "警告", "en": "Warning"}', 6, null, '2020-07-01', null, '公职人员政务处分法第八条；公务员法第六十四条', true, 1),
  ('01960000-0460-7000-8000-000000000202', 'demerit', 'sanction', '{"zh": "记过", "en": "Demerit"}', 12, null, '2020-07-01', null, '公职人员政务处分法第八条；公务员法第六十四条', true, 1),
  ('01960000-0460-7000-8000-000000000203', 'majorDemerit', 'sanction', '{"zh": "记大过", "en": "Major demerit"}', 18, null, '2020-07-01', null, '公职人员政务处分法第八条；公务员法第六十四条', true, 1),
  ('01960000-0460-7000-8000-000000000204', 'demotion', 'sanction', '{"zh": "降级", "en": "Demotion"}', 24, null, '2020-07-01', null, '公职人员政务处分法第八条；公务员法第六十四条', true, 1),
  ('01960000-0460-7000-8000-000000000205', 'removal', 'sanction', '{"zh": "撤职", "en": "Removal from post"}', 24, null, '2020-07-01', null, '公职人员政务处分法第八条；公务员法第六十四条', true, 1),
  ('01960000-0460-7000-8000-000000000206', 'discharge', 'sanction', '{"zh": "开除", "en": "Discharge"}', null, null, '2020-07-01', null, '公职人员政务处分法第七条', true, 1),
  ('01960000-0460-7000-8000-000000000207', 'partyWarning', 'partyDiscipline', '{"zh": "党内警告", "en": "Warning within the party"}', 12, null, '2016-01-01', null, '中国共产党纪律处分条例（条款号待核对）', false, 1),
  ('01960000-0460-7000-8000-000000000208', 'partySeriousWarning', 'partyDiscipline', '{"zh": "党内严重警告", "en": "Serious warning within the party"}', 18, null, '2016-01-01', null, '中国共产党纪律处分条例（条款号待核对）', false, 1),
  ('01960000-0460-7000-8000-000000000209', 'partyRemoval', 'partyDiscipline', '{"zh": "撤销党内职务", "en": "Removal from party posts"}', 24, null, '2016-01-01', null, '中国共产党纪律处分条例（条款号待核对）', false, 1),
  ('01960000-0460-7000-8000-000000000210', 'partyProbation', 'partyDiscipline', '{"zh": "留党察看", "en": "Probation within the party"}', 24, null, '2016-01-01', null, '中国共产党纪律处分条例（条款号与起算待核对）', false, 1),
  ('01960000-0460-7000-8000-000000000211', 'partyExpulsion', 'partyDiscipline', '{"zh": "开除党籍", "en": "Expulsion from the party"}', null, null, '2016-01-01', null, '中国共产党纪律处分条例（条款号待核对）', false, 1),
  ('01960000-0460-7000-8000-000000000212', 'admonishment', 'admonish', '{"zh": "诫勉", "en": "Admonishment"}', 6, null, '2015-01-01', null, '诫勉实施办法（未入库，待核对）', false, 1),
  ('01960000-0460-7000-8000-000000000213', 'transferPost', 'organisational', '{"zh": "调离岗位", "en": "Moved to another post"}', 12, null, '2015-01-01', null, '组织处理规定（未入库，待核对）', false, 1),
  ('01960000-0460-7000-8000-000000000214', 'orderedResignation', 'organisational', '{"zh": "责令辞职", "en": "Ordered to resign"}', 24, null, '2015-01-01', null, '组织处理规定（未入库，待核对）', false, 1),
  ('01960000-0460-7000-8000-000000000215', 'relieved', 'organisational', '{"zh": "免职", "en": "Relieved of post"}', 24, null, '2015-01-01', null, '组织处理规定（未入库，待核对）', false, 1),
  ('01960000-0460-7000-8000-000000000216', 'lowered', 'organisational', '{"zh": "降职", "en": "Lowered in rank"}', 24, null, '2015-01-01', null, '组织处理规定（未入库，待核对）', false, 1);
