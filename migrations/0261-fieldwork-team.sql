-- Survey, implementation plan, the on-site ten, the team and its tasks.
create table fieldwork_rule (
  id uuid constraint fieldwork_rule_pk primary key,
  kind text not null constraint fieldwork_rule_kind_known
    check (kind in ('formerPostYears', 'priorAuditYears', 'talkAuditors', 'answerDays', 'countersignDays')),
  amount int not null constraint fieldwork_rule_amount_sane check (amount > 0),
  measure text not null constraint fieldwork_rule_measure_known check (measure in ('years', 'persons', 'days')),
  region text constraint fieldwork_rule_region_fk references jurisdiction (code) on delete cascade,
  title text not null,
  citation text not null,
  verified boolean not null,
  starts_on date not null,
  ends_on date,
  constraint fieldwork_rule_ends_after_start check (ends_on >= starts_on)
);
insert into fieldwork_rule (id, kind, amount, measure, region, title, citation, verified, starts_on, ends_on) values
('00000000-0000-7000-8000-000000002601', 'talkAuditors', 2, 'persons', null, '向有关单位和个人调查时，审计人员不少于二人',
 '《中华人民共和国审计法》（2021）第四十三条', true, '2006-06-01', null),
('00000000-0000-7000-8000-000000002602', 'formerPostYears', 3, 'years', null, '曾在被审计单位任职，离开未满三年的，提示回避',
 '《中华人民共和国审计法实施条例》（2010）第十二条第三项“其他利害关系”；年限为示例口径，应按本地文件核定', false, '2010-05-01', null),
('00000000-0000-7000-8000-000000002603', 'priorAuditYears', 2, 'years', null, '两年内审计过同一单位的，提示轮换',
 '示例口径，应按本地轮换制度核定', false, '2010-05-01', null),
('00000000-0000-7000-8000-000000002604', 'answerDays', 3, 'days', null, '调阅资料的答复期限',
 '示例口径，应按本地文件或者审计通知书核定', false, '2010-05-01', null),
('00000000-0000-7000-8000-000000002605', 'countersignDays', 5, 'days', null, '取证单送提供者签字的答复期限',
 '示例口径，应按本地文件核定', false, '2010-05-01', null);

create table pre_survey (
  id uuid constraint pre_survey_pk primary key,
  project uuid not null constraint pre_survey_project_fk references project (id) on delete cascade,
  surveyed_on date not null,
  prepared_by text not null,
  prepared_name text not null,
  unit_nature text not null,
  staffing text,
  structure text,
  finance_system text,
  controls text,
  systems text,
  past_audits text,
  focus text,
  version int not null,
  constraint pre_survey_once unique (project)
);

create table field_plan (
  id uuid constraint field_plan_pk primary key,
  project uuid not null constraint field_plan_project_fk references project (id) on delete cascade,
  edition int not null,
  state text not null constraint field_plan_state_known check (state in ('draft', 'submitted', 'approved', 'returned')),
  aim text not null,
  scope text not null,
  matters text not null,
  steps text not null,
  division text not null,
  schedule text not null,
  reason text,
  prepared_by text not null,
  prepared_on date not null,
  submitted_on date,
  meeting_on date,
  meeting text,
  opinion text,
  decided_by text,
  decided_on date,
  lists jsonb,
  digest text,
  version int not null,
  constraint field_plan_edition_once unique (project, edition),
  constraint field_plan_approval_complete check (state <> 'approved' or (meeting_on is not null and meeting is not null and decided_by is not null and digest is not null))
);

create table site_template (
  id uuid constraint site_template_pk primary key,
  region text constraint site_template_region_fk references jurisdiction (code) on delete cascade,
  place int not null,
  title text not null,
  says text not null,
  starts_on date not null,
  ends_on date,
  version int not null
);
insert into site_template (id, region, place, title, says, starts_on, ends_on, version) values
('00000000-0000-7000-8000-000000002611', null, 1, '开好一次进点会', '宣布审计纪律，说明审计目的、范围和配合要求，听取履职情况报告', '2023-01-01', null, 1),
('00000000-0000-7000-8000-000000002612', null, 2, '发布一份审计公示', '在被审计单位显著位置公示审计对象、期间、纪律和举报渠道，并留存照片', '2023-01-01', null, 1),
('00000000-0000-7000-8000-000000002613', null, 3, '签收一份承诺书', '被审计单位和被审计领导干部对所提供资料的真实、完整作出书面承诺', '2023-01-01', null, 1),
('00000000-0000-7000-8000-000000002614', null, 4, '进行一轮谈话', '与班子成员、中层干部和有关人员谈话，每次不少于两名审计人员', '2023-01-01', null, 1),
('00000000-0000-7000-8000-000000002615', null, 5, '查阅一遍会议记录', '通读任期内党组会、办公会记录和纪要，对照重要决策事项清单', '2023-01-01', null, 1),
('00000000-0000-7000-8000-000000002616', null, 6, '做好一次数据采集分析', '按数据需求清单采集财务、业务数据，分析疑点并逐条核实', '2023-01-01', null, 1),
('00000000-0000-7000-8000-000000002617', null, 7, '开展一次实物和现场盘点', '对现金、重要资产和重点项目到现场核实', '2023-01-01', null, 1),
('00000000-0000-7000-8000-000000002618', null, 8, '每周开一次审计组碰头会', '通报进展，讨论疑点，调整分工，形成记录', '2023-01-01', null, 1),
('00000000-0000-7000-8000-000000002619', null, 9, '组织一次取证复核', '离点前逐条复核取证单、底稿与问题的对应关系', '2023-01-01', null, 1),
('00000000-0000-7000-8000-000000002620', null, 10, '召开一次现场交换意见会', '离点前与被审计单位和领导干部就事实交换意见', '2023-01-01', null, 1);

create table site_task (
  id uuid constraint site_task_pk primary key,
  project uuid not null constraint site_task_project_fk references project (id) on delete cascade,
  template uuid constraint site_task_template_fk references site_template (id) on delete set null,
  place int not null,
  title text not null,
  says text not null,
  state text not null constraint site_task_state_known check (state in ('open', 'done', 'notNeeded')),
  settled_on date,
  settled_by text,
  note text,
  version int not null,
  constraint site_task_settled_told check ((state = 'open') = (settled_on is null)),
  constraint site_task_reason_given check (state <> 'notNeeded' or note is not null)
);
create index site_task_by_project on site_task (project, place);

create table project_member (
  id uuid constraint project_member_pk primary key,
  project uuid not null constraint project_member_project_fk references project (id) on delete cascade,
  account text not null,
  name text not null,
  role text not null constraint project_member_role_known check (role in ('leader', 'deputy', 'lead', 'member', 'expert')),
  days double precision not null constraint project_member_days_sane check (days >= 0 and days * 2 = floor(days * 2)),
  skills jsonb not null,
  joined_on date not null,
  left_on date,
  version int not null,
  constraint project_member_once unique (project, account),
  constraint project_member_leaves_after_joining check (left_on >= joined_on)
);
create index project_member_by_account on project_member (account);

create table recusal_declaration (
  id uuid constraint recusal_declaration_pk primary key,
  project uuid not null constraint recusal_declaration_project_fk references project (id) on delete cascade,
  account text not null,
  ground text not null constraint recusal_declaration_ground_known check (ground in ('kin', 'interest', 'formerPost', 'other', 'none')),
  left_unit_on date,
  declared_on date not null,
  version int not null,
  constraint recusal_declaration_once unique (project, account),
  constraint recusal_declaration_day_with_post check (left_unit_on is null or ground = 'formerPost')
);

create table field_task (
  id uuid constraint field_task_pk primary key,
  project uuid not null constraint field_task_project_fk references project (id) on delete cascade,
  title text not null,
  detail text,
  account text,
  state text not null constraint field_task_state_known check (state in ('planned', 'running', 'checking', 'done')),
  audit_check uuid constraint field_task_check_fk references audit_check (id) on delete set null,
  days double precision not null constraint field_task_days_sane check (days >= 0 and days * 2 = floor(days * 2)),
  due_on date,
  place int not null,
  version int not null
);
create index field_task_by_project on field_task (project, state, place);

create table work_day (
  id uuid constraint work_day_pk primary key,
  project uuid not null constraint work_day_project_fk references project (id) on delete cascade,
  task uuid not null constraint work_day_task_fk references field_task (id) on delete cascade,
  account text not null,
  worked_on date not null,
  days double precision not null constraint work_day_days_sane check (days in (0.5, 1)),
  note text
);
create index work_day_by_project on work_day (project, account);
