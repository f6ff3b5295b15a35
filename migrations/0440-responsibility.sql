-- Why an official answers for a finding: the situation of the rule, four slots of evidence, how it was decided.
create table situation_rule (
  id uuid constraint situation_rule_pk primary key,
  code text not null,
  grade text not null constraint situation_rule_grade_known check (grade in ('direct', 'leading', 'supervising')),
  zh text not null,
  en text not null,
  needs_trail boolean not null,
  alone boolean not null default false,
  valid_from date not null,
  valid_until date,
  jurisdiction text,
  citation text not null,
  verified boolean not null,
  constraint situation_rule_once unique nulls not distinct (code, valid_from, jurisdiction)
);
insert into situation_rule (id, code, grade, zh, en, needs_trail, valid_from, valid_until, jurisdiction, citation, verified) values
  ('01960000-0440-7000-8000-000000000001', 'D1', 'direct', '本人直接违反党内法规、法律法规、政策规定', 'Personally breaks party rules, law or policy', false, '2019-07-07', null, null, '党政主要领导干部和国有企事业单位主要领导人员经济责任审计规定（2019）第三十九条', false),
  ('01960000-0440-7000-8000-000000000002', 'D2', 'direct', '授意、指使、强令、纵容、包庇下属人员违反党内法规、法律法规、政策规定', 'Orders, forces, indulges or shields subordinates doing so', false, '2019-07-07', null, null, '党政主要领导干部和国有企事业单位主要领导人员经济责任审计规定（2019）第三十九条', false),
  ('01960000-0440-7000-8000-000000000003', 'D3', 'direct', '贯彻党和国家经济方针政策、决策部署不坚决不全面不到位，造成公共资金、国有资产、国有资源损失浪费，生态环境破坏，公共利益损害等后果', 'Carries out central policy weakly or in part, with loss of public funds, assets or resources, harm to environment or public', false, '2019-07-07', null, null, '党政主要领导干部和国有企事业单位主要领导人员经济责任审计规定（2019）第三十九条', false),
  ('01960000-0440-7000-8000-000000000004', 'D4', 'direct', '未完成有关法律法规、政策措施、目标责任书等规定的其为第一责任人（负总责）的事项，造成上述后果', 'Fails a task for which he or she is the first responsible person, with such effects', false, '2019-07-07', null, null, '党政主要领导干部和国有企事业单位主要领导人员经济责任审计规定（2019）第三十九条', false),
  ('01960000-0440-7000-8000-000000000005', 'D5', 'direct', '未经民主决策程序或者民主决策时在多数人不同意的情况下，直接决定、批准、组织实施重大经济事项，造成上述后果', 'Decides a major economic matter without democratic procedure or against the majority, with such effects', true, '2019-07-07', null, null, '党政主要领导干部和国有企事业单位主要领导人员经济责任审计规定（2019）第三十九条', false),
  ('01960000-0440-7000-8000-000000000006', 'D6', 'direct', '不履行或者不正确履行职责，对造成的后果起决定性作用的其他行为', 'Other failure of duty that was decisive for the effects', false, '2019-07-07', null, null, '党政主要领导干部和国有企事业单位主要领导人员经济责任审计规定（2019）第三十九条', false),
  ('01960000-0440-7000-8000-000000000011', 'L1', 'leading', '民主决策时在多数人同意的情况下，决定、批准、组织实施重大经济事项，决策不当或者决策失误造成上述后果', 'Decided with majority support but wrongly, with such effects', true, '2019-07-07', null, null, '党政主要领导干部和国有企事业单位主要领导人员经济责任审计规定（2019）第四十条', false),
  ('01960000-0440-7000-8000-000000000012', 'L2', 'leading', '违反部门、单位内部管理规定造成上述后果', 'Breach of the unit''s internal rules, with such effects', false, '2019-07-07', null, null, '党政主要领导干部和国有企事业单位主要领导人员经济责任审计规定（2019）第四十条', false),
  ('01960000-0440-7000-8000-000000000013', 'L3', 'leading', '参与相关决策和工作时，没有发表明确的反对意见，相关决策和工作违反规定或者造成上述后果', 'Took part, did not clearly object, and the matter broke rules or had such effects', true, '2019-07-07', null, null, '党政主要领导干部和国有企事业单位主要领导人员经济责任审计规定（2019）第四十条', false),
  ('01960000-0440-7000-8000-000000000014', 'L4', 'leading', '疏于监管，未及时发现和处理所管辖范围内本级或者下一级违反规定的问题，造成上述后果', 'Weak supervision: did not find or deal with breaches at own or next level, with such effects', false, '2019-07-07', null, null, '党政主要领导干部和国有企事业单位主要领导人员经济责任审计规定（2019）第四十条', false),
  ('01960000-0440-7000-8000-000000000015', 'L5', 'leading', '除直接责任外，不履行或者不正确履行职责，对造成的后果应当承担责任的其他行为', 'Other failure of duty short of direct', false, '2019-07-07', null, null, '党政主要领导干部和国有企事业单位主要领导人员经济责任审计规定（2019）第四十条', false),
  ('01960000-0440-7000-8000-000000000021', 'OD1', 'direct', '直接违反法律法规、国家其他有关规定和单位内部管理规定', 'Directly breaks law, other state rules or the unit''s own rules', false, '2010-10-12', '2019-07-06', null, '党政主要领导干部和国有企业领导人员经济责任审计规定（2010）', false),
  ('01960000-0440-7000-8000-000000000022', 'OD2', 'direct', '授意、指使、强令、纵容、包庇下属人员违反法律法规、国家其他有关规定和单位内部管理规定', 'Orders, forces, indulges or shields subordinates doing so', false, '2010-10-12', '2019-07-06', null, '党政主要领导干部和国有企业领导人员经济责任审计规定（2010）', false),
  ('01960000-0440-7000-8000-000000000023', 'OD3', 'direct', '未经民主决策、相关会议讨论而直接决定、批准、组织实施重大经济事项，造成重大经济损失浪费、国有资产（资金、资源）流失等严重后果', 'Decides a major matter without democratic decision, with serious effects', true, '2010-10-12', '2019-07-06', null, '党政主要领导干部和国有企业领导人员经济责任审计规定（2010）', false),
  ('01960000-0440-7000-8000-000000000024', 'OD4', 'direct', '主持相关会议讨论或者以其他方式研究，在多数人不同意的情况下直接决定、批准、组织实施重大经济事项，造成严重后果', 'Decides against the majority, with serious effects', true, '2010-10-12', '2019-07-06', null, '党政主要领导干部和国有企业领导人员经济责任审计规定（2010）', false),
  ('01960000-0440-7000-8000-000000000025', 'OD5', 'direct', '其他应当承担直接责任的行为', 'Other conduct that bears direct responsibility', false, '2010-10-12', '2019-07-06', null, '党政主要领导干部和国有企业领导人员经济责任审计规定（2010）', false),
  ('01960000-0440-7000-8000-000000000031', 'OS1', 'supervising', '对其直接分管的工作不履行或者不正确履行经济责任', 'Failure in directly managed work', false, '2010-10-12', '2019-07-06', null, '党政主要领导干部和国有企业领导人员经济责任审计规定（2010）', false),
  ('01960000-0440-7000-8000-000000000032', 'OS2', 'supervising', '主持相关会议讨论或者以其他方式研究，在多数人同意的情况下决定、批准、组织实施重大经济事项，决策不当或者决策失误造成严重后果', 'Majority-backed but wrong decision with serious effects', true, '2010-10-12', '2019-07-06', null, '党政主要领导干部和国有企业领导人员经济责任审计规定（2010）', false),
  ('01960000-0440-7000-8000-000000000041', 'OL1', 'leading', '除直接责任和主管责任外，对其不履行或者不正确履行经济责任的其他行为应当承担的责任', 'The rest', false, '2010-10-12', '2019-07-06', null, '党政主要领导干部和国有企业领导人员经济责任审计规定（2010）', false);
update situation_rule set alone = true where code in ('D5', 'OD3', 'OD4');
alter table situation_rule alter column alone drop default;

create table attribution (
  id uuid constraint attribution_pk primary key,
  responsibility uuid not null constraint attribution_responsibility_fk references responsibility (id) on delete cascade,
  finding uuid not null constraint attribution_finding_fk references finding (id) on delete cascade,
  official uuid not null constraint attribution_official_fk references official (id),
  situation text not null,
  slots jsonb not null,
  links jsonb not null,
  act_from date,
  act_to date,
  decision_trail jsonb not null,
  claims jsonb not null,
  weighing text not null,
  flags jsonb not null,
  state text not null constraint attribution_state_known check (state in ('set', 'reviewed', 'sentBack')),
  set_by text not null,
  set_name text not null,
  set_on date not null,
  reviewed_by text,
  reviewed_name text,
  reviewed_on date,
  opinion text,
  version int not null,
  constraint attribution_once unique (responsibility),
  constraint attribution_act_forward check (act_to >= act_from),
  constraint attribution_reviewed_by_another check (reviewed_by is null or reviewed_by <> set_by)
);
create index attribution_by_finding on attribution (finding);
create index attribution_flagged on attribution (set_on) where flags <> '[]'::jsonb;

-- Who else had a part in it, recorded without becoming a subject of the audit.
create table other_person (
  id uuid constraint other_person_pk primary key,
  project uuid not null constraint other_person_project_fk references project (id) on delete cascade,
  finding uuid not null constraint other_person_finding_fk references finding (id) on delete cascade,
  name text not null,
  post text not null,
  part text not null,
  recorded_by text not null,
  recorded_name text not null,
  recorded_on date not null
);
create index other_person_by_finding on other_person (finding);
