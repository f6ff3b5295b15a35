-- A project runs from an approved plan item to the archive. Projects recorded before this stand in the archive already.
alter table project
  add column plan_item uuid,
  add column state text not null default 'archived' constraint project_state_known check (state in (
    'opened', 'told', 'teamed', 'noticed', 'served', 'planned', 'entered', 'fieldwork', 'heard', 'reported', 'commented',
    'verified', 'reviewed', 'adjudicated', 'met', 'issued', 'delivered', 'briefed', 'followed', 'archived', 'terminated')),
  add column track text not null default 'standard' constraint project_track_known check (track in ('standard', 'simplified')),
  add column opened_on date,
  add column ended_on date,
  add column joint_mode text constraint project_joint_known check (joint_mode in ('synchronous', 'staggered', 'auditFirst', 'sharing')),
  add column joint_ref text,
  add constraint project_joint_whole check (joint_ref is null or joint_mode is not null);
alter table project alter column state drop default, alter column track drop default;
create index project_running on project (jurisdiction, state) where state not in ('archived', 'terminated');
create unique index project_plan_item_once on project (plan_item) where plan_item is not null and state <> 'terminated';

create table project_step (
  id uuid constraint project_step_pk primary key,
  project uuid not null constraint project_step_project_fk references project (id) on delete cascade,
  step text not null,
  account text not null,
  name text not null,
  role text not null,
  taken_on date not null,
  "from" text not null,
  "to" text not null,
  text text not null,
  facts jsonb not null
);
create index project_step_by_project on project_step (project, id);

create table project_service (
  id uuid constraint project_service_pk primary key,
  project uuid not null constraint project_service_project_fk references project (id) on delete cascade,
  kind text not null constraint project_service_kind_known check (kind in ('notice', 'draft', 'report', 'decision')),
  round int not null constraint project_service_round_sane check (round between 1 and 99),
  party text not null constraint project_service_party_known check (party in ('official', 'unit')),
  recipient uuid not null,
  number text,
  served_on date not null,
  method text not null constraint project_service_method_known check (method in ('direct', 'left', 'mail', 'system', 'announcement')),
  signer text not null,
  receipt uuid,
  account text not null,
  constraint project_service_once unique (project, kind, round, recipient)
);

create table project_draft (
  id uuid constraint project_draft_pk primary key,
  project uuid not null constraint project_draft_project_fk references project (id) on delete cascade,
  round int not null constraint project_draft_round_sane check (round between 1 and 99),
  number text,
  sent_on date not null,
  sent_by text not null,
  withheld text,
  closed_on date,
  constraint project_draft_once unique (project, round)
);
create unique index project_draft_one_out on project_draft (project) where closed_on is null;

create table draft_reply (
  id uuid constraint draft_reply_pk primary key,
  draft uuid not null constraint draft_reply_draft_fk references project_draft (id) on delete cascade,
  finding uuid constraint draft_reply_finding_fk references finding (id) on delete cascade,
  party text not null constraint draft_reply_party_known check (party in ('official', 'unit')),
  replier uuid not null,
  account text not null,
  stance text not null constraint draft_reply_stance_known check (stance in ('agree', 'partly', 'object')),
  text text not null,
  evidence jsonb not null,
  given_on date not null,
  outcome text constraint draft_reply_outcome_known check (outcome in ('adopted', 'partly', 'refused')),
  reason text,
  constraint draft_reply_once unique nulls not distinct (draft, finding, replier),
  constraint draft_reply_object_says check (stance = 'agree' or text <> ''),
  constraint draft_reply_refused_says check (outcome is null or outcome = 'adopted' or reason is not null)
);

create table business_meeting (
  id uuid constraint business_meeting_pk primary key,
  project uuid not null constraint business_meeting_project_fk references project (id) on delete cascade,
  held_on date not null,
  chair text not null,
  votes jsonb not null,
  carried boolean not null,
  minutes text not null
);
create index business_meeting_by_project on business_meeting (project, id);

create table archive_unit (
  id uuid constraint archive_unit_pk primary key,
  project uuid not null constraint archive_unit_project_fk references project (id) on delete cascade,
  class text not null constraint archive_unit_class_known check (class in ('conclusion', 'proof', 'opening', 'reference')),
  position int not null,
  title text not null,
  pages int constraint archive_unit_pages_sane check (pages between 0 and 100000),
  source text,
  constraint archive_unit_once unique (project, class, position)
);
alter table project add column retention text constraint project_retention_known check (retention in ('permanent', 'thirtyYears', 'tenYears'));

create table deadline (
  id uuid constraint deadline_pk primary key,
  project uuid not null constraint deadline_project_fk references project (id) on delete cascade,
  rule text not null,
  kind text not null constraint deadline_kind_known check (kind in ('latest', 'earliest')),
  about text not null,
  party text,
  from_on date not null,
  act_on date,
  region text not null,
  due_on date not null,
  steps jsonb not null,
  rule_row uuid not null constraint deadline_rule_fk references clock_rule (id),
  provisional boolean not null,
  state text not null constraint deadline_state_known check (state in ('running', 'met', 'void')),
  ended_on date,
  counted_on date not null,
  constraint deadline_once unique (project, rule, about),
  constraint deadline_ended_has_day check ((state = 'running') = (ended_on is null))
);
create index deadline_running on deadline (due_on) where state = 'running';
create index deadline_by_project on deadline (project);

-- Every value a deadline has had: the first count, and each later one with its cause.
create table deadline_count (
  id uuid constraint deadline_count_pk primary key,
  deadline uuid not null constraint deadline_count_deadline_fk references deadline (id) on delete cascade,
  counted_on date not null,
  cause text not null constraint deadline_count_cause_known check (cause in ('first', 'rule', 'calendar', 'suspension')),
  due_on date not null,
  steps jsonb not null,
  rule_row uuid not null,
  account text not null
);
create index deadline_count_by_deadline on deadline_count (deadline, id);

create table deadline_suspension (
  id uuid constraint deadline_suspension_pk primary key,
  deadline uuid not null constraint deadline_suspension_deadline_fk references deadline (id) on delete cascade,
  from_on date not null,
  until_on date,
  reason text not null,
  account text not null,
  constraint deadline_suspension_forward check (until_on >= from_on)
);
create unique index deadline_suspension_one_open on deadline_suspension (deadline) where until_on is null;

-- The ladder of reminders: how many days before (or, negative, after) a due day who is told. Data, editable, dated.
create table reminder_rule (
  id uuid constraint reminder_rule_pk primary key,
  rule text,
  days_before int not null constraint reminder_rule_days_sane check (days_before between -366 and 366),
  roles jsonb not null,
  title jsonb not null,
  region text,
  valid_from date,
  valid_until date,
  citation text not null,
  verified boolean not null
);
insert into reminder_rule (id, rule, days_before, roles, title, region, valid_from, valid_until, citation, verified) values
  ('01960000-0200-7000-8000-000000000001', null, 7, '["leadAuditor", "auditor", "unitStaff", "official"]', '{"zh": "还有七天到期", "en": "Due in seven days"}', null, null, null, '本系统默认提醒，可按本地规定调整', false),
  ('01960000-0200-7000-8000-000000000002', null, 3, '["leadAuditor", "auditor", "clerk", "reviewer", "adjudicator", "unitStaff", "official"]', '{"zh": "还有三天到期", "en": "Due in three days"}', null, null, null, '本系统默认提醒，可按本地规定调整', false),
  ('01960000-0200-7000-8000-000000000003', null, 0, '["leadAuditor", "auditor", "clerk", "reviewer", "adjudicator", "director", "unitStaff", "official"]', '{"zh": "今天到期", "en": "Due today"}', null, null, null, '本系统默认提醒，可按本地规定调整', false),
  ('01960000-0200-7000-8000-000000000004', null, -1, '["leadAuditor", "director", "committeeOffice"]', '{"zh": "已经逾期", "en": "Overdue"}', null, null, null, '本系统默认提醒，可按本地规定调整', false);

create table project_termination (
  id uuid constraint project_termination_pk primary key,
  project uuid not null constraint project_termination_project_fk references project (id) on delete cascade,
  ground text not null constraint project_termination_ground_known check (ground in ('detained', 'underReview', 'dead', 'unfit')),
  state text not null constraint project_termination_state_known check (state in ('proposed', 'consulted', 'approved', 'refused')),
  reason text not null,
  proposed_by text not null,
  proposed_on date not null,
  consulted jsonb not null,
  decided_by text,
  decided_on date,
  decision_ref text,
  version int not null,
  constraint project_termination_decided check ((state in ('approved', 'refused')) = (decided_on is not null))
);
create unique index project_termination_one_open on project_termination (project) where state in ('proposed', 'consulted');

create table review_case (
  id uuid constraint review_case_pk primary key,
  project uuid not null constraint review_case_project_fk references project (id) on delete cascade,
  official uuid not null constraint review_case_official_fk references official (id),
  state text not null constraint review_case_state_known check (state in ('raised', 'accepted', 'concluded', 'decided', 'rejected')),
  received_on date not null,
  text text not null,
  findings jsonb not null,
  reviewers jsonb not null,
  conclusion text,
  outcome text constraint review_case_outcome_known check (outcome in ('upheld', 'partly', 'rejected')),
  decided_on date,
  decided_by text,
  reason text,
  version int not null,
  constraint review_case_decided check ((state in ('decided', 'rejected')) = (decided_on is not null))
);
create index review_case_by_project on review_case (project);

create table remedy (
  id uuid constraint remedy_pk primary key,
  project uuid not null constraint remedy_project_fk references project (id) on delete cascade,
  route text not null constraint remedy_route_known check (route in ('ruling', 'reconsideration', 'suit')),
  state text not null constraint remedy_state_known check (state in ('requested', 'accepted', 'decided', 'withdrawn')),
  requested_on date not null,
  body text not null,
  reason text not null,
  accepted_on date,
  decided_on date,
  outcome text constraint remedy_outcome_known check (outcome in ('upheld', 'changed', 'revoked')),
  result text,
  version int not null,
  constraint remedy_decided check ((state in ('decided', 'withdrawn')) = (decided_on is not null))
);
create index remedy_by_project on remedy (project);

-- Whatever moves a day (a holiday, a notice on file, a rule), running deadlines are counted again; one waiting job is enough.
create function projects_recount() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform graphile_worker.add_job('projects.recount', payload := json_build_object('cause', tg_argv[0]), job_key := 'projects.recount.' || tg_argv[0], max_attempts := 5);
  return null;
end $$;
create trigger workday_recount after insert or update or delete on workday for each statement execute function projects_recount('calendar');
create trigger calendar_year_recount after insert or update or delete on calendar_year for each statement execute function projects_recount('calendar');
create trigger clock_rule_recount after insert or update or delete on clock_rule for each statement execute function projects_recount('rule');
