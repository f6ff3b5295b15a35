-- Numbers of the room: below which no share is told, from which a problem counts as common, a risk as high.
create table risk_rule (
  id        uuid constraint risk_rule_pk primary key,
  kind      text not null constraint risk_rule_kind check (kind in ('leastAudits', 'commonShare', 'highShare', 'repeatUnits')),
  amount    int not null constraint risk_rule_amount check (amount between 0 and 100000),
  measure   text not null constraint risk_rule_measure check (measure in ('audits', 'percent', 'units')),
  region    text constraint risk_rule_region references jurisdiction (code),
  title     text not null,
  citation  text not null,
  verified  boolean not null,
  starts_on date not null,
  ends_on   date,
  version   int not null,
  constraint risk_rule_ends_after_start check (ends_on >= starts_on),
  constraint risk_rule_percent_sane check (measure <> 'percent' or amount <= 100)
);
insert into risk_rule (id, kind, amount, measure, region, title, citation, verified, starts_on, ends_on, version) values
('01960000-0480-7000-8000-000000000001', 'leastAudits', 5, 'audits', null, '同类审计不足五个的，不计算发生率', '小样本不宜推断，本系统的设定，不是法定数字；可按本地情况调整', false, '2010-01-01', null, 1),
('01960000-0480-7000-8000-000000000002', 'commonShare', 20, 'percent', null, '同类审计中两成以上存在的，列为共性问题', '示例口径，应按本地文件核定', false, '2010-01-01', null, 1),
('01960000-0480-7000-8000-000000000003', 'highShare', 40, 'percent', null, '同类审计中四成以上存在的，风险等级为高', '示例口径，应按本地文件核定', false, '2010-01-01', null, 1),
('01960000-0480-7000-8000-000000000004', 'repeatUnits', 1, 'units', null, '一个以上单位在不同年度审计中再次出现的，风险等级提高一级', '示例口径，应按本地文件核定', false, '2010-01-01', null, 1);

-- Works put together from many findings: risk-prevention lists, typical cases, the comprehensive report.
create table compilation (
  id            uuid constraint compilation_pk primary key,
  kind          text not null constraint compilation_kind check (kind in ('riskList', 'cases', 'report')),
  title         text not null constraint compilation_titled check (title <> ''),
  year          int not null constraint compilation_year check (year between 1980 and 2100),
  unit_type     text,
  jurisdiction  text not null constraint compilation_place references jurisdiction (code),
  state         text not null constraint compilation_state check (state in ('draft', 'reviewed', 'issued')),
  edition       int not null constraint compilation_edition check (edition >= 1),
  replaces      uuid constraint compilation_replaces references compilation (id),
  content       jsonb not null,
  edited_by     text not null,
  edited_name   text not null,
  edited_on     date not null,
  reviewed_by   text,
  reviewed_name text,
  reviewed_on   date,
  issued_name   text,
  issued_on     date,
  number        text,
  paper         uuid constraint compilation_paper references issued_paper (id) on delete set null,
  version       int not null,
  constraint compilation_list_of_a_type check ((kind = 'riskList') = (unit_type is not null)),
  constraint compilation_content_of_kind check (content ->> 'kind' = kind),
  constraint compilation_issued_with_number check (state <> 'issued' or (number is not null and issued_on is not null)),
  constraint compilation_review_by_another check (reviewed_by is null or reviewed_by <> edited_by)
);
create index compilation_by_year on compilation (jurisdiction, kind, year);
create unique index compilation_replaced_once on compilation (replaces) where replaces is not null;

create table compilation_version (
  id          uuid constraint compilation_version_pk primary key,
  compilation uuid not null constraint compilation_version_of references compilation (id) on delete cascade,
  no          int not null,
  step        text not null constraint compilation_version_step check (step in ('draft', 'save', 'review', 'sendBack', 'issue', 'renew')),
  title       text not null,
  content     jsonb not null,
  account     text not null,
  name        text not null,
  taken_on    date not null,
  note        text not null,
  constraint compilation_version_once unique (compilation, no)
);

-- Issued lists as the units of their type read them, without anybody else's findings.
create table risk_notice (
  id           uuid constraint risk_notice_pk primary key,
  compilation  uuid not null constraint risk_notice_of references compilation (id) on delete cascade,
  unit_type    text not null,
  title        text not null,
  number       text not null,
  issued_on    date not null,
  rows         jsonb not null,
  replaced_on  date,
  jurisdiction text not null,
  constraint risk_notice_once unique (compilation),
  constraint risk_notice_replaced_after_issue check (replaced_on >= issued_on)
);
create index risk_notice_by_type on risk_notice (jurisdiction, unit_type);
