-- The score gains the unit's funds and what the patrol found; its caps and the weight of each class become rows like every other number.
alter table planning_rule drop constraint planning_rule_kind, drop constraint planning_rule_part_named;
alter table planning_rule add constraint planning_rule_kind check (kind in
  ('horizon', 'gapYears', 'rotationShare', 'longestGap', 'substitution', 'severalPosts', 'departureFirst', 'recusalYears',
   'districtCeiling', 'effort', 'effortSample', 'utilisation', 'overtime', 'replyDays', 'newPostMonths', 'weight', 'score',
   'scoreCap', 'classShare'));
alter table planning_rule add constraint planning_rule_part_named check ((kind in ('weight', 'score', 'scoreCap')) = (key is not null));

update planning_rule set ends_on = '2026-06-30', version = version + 1
 where kind = 'score' and region is null and ends_on is null and id::text like '01960000-0300-7000-8000-00000000004%';

alter table planning_rule drop constraint planning_rule_measure;
alter table planning_rule add constraint planning_rule_measure check
  (measure in ('years', 'months', 'days', 'workingDays', 'percent', 'count', 'points', 'yes', 'wanYuan'));

insert into planning_rule (id, kind, key, region, class, amount, measure, title, citation, verified, starts_on, ends_on, version) values
('01960000-0520-7000-8000-000000000001', 'score', 'since', null, null, 25, 'points', '距上次审计', '示例分值，可修改', false, '2026-07-01', null, 1),
('01960000-0520-7000-8000-000000000002', 'score', 'class', null, null, 18, 'points', '对象类别', '示例分值，可修改', false, '2026-07-01', null, 1),
('01960000-0520-7000-8000-000000000003', 'score', 'funds', null, null, 10, 'points', '单位资金规模', '示例分值，可修改', false, '2026-07-01', null, 1),
('01960000-0520-7000-8000-000000000004', 'score', 'findings', null, null, 12, 'points', '以往发现问题', '示例分值，可修改', false, '2026-07-01', null, 1),
('01960000-0520-7000-8000-000000000005', 'score', 'unrectified', null, null, 10, 'points', '未整改事项', '示例分值，可修改', false, '2026-07-01', null, 1),
('01960000-0520-7000-8000-000000000006', 'score', 'patrol', null, null, 5, 'points', '巡察发现问题', '示例分值，可修改', false, '2026-07-01', null, 1),
('01960000-0520-7000-8000-000000000007', 'score', 'leads', null, null, 5, 'points', '在办问题线索（只对有权知悉者显示）', '示例分值，可修改', false, '2026-07-01', null, 1),
('01960000-0520-7000-8000-000000000008', 'score', 'term', null, null, 9, 'points', '任期节点', '示例分值，可修改', false, '2026-07-01', null, 1),
('01960000-0520-7000-8000-000000000009', 'score', 'entrusted', null, null, 6, 'points', '委托与建议', '示例分值，可修改', false, '2026-07-01', null, 1),
('01960000-0520-7000-8000-000000000011', 'scoreCap', 'findings', null, null, 10, 'count', '以往发现问题满十项即计满分', '示例口径，可修改', false, '2019-07-07', null, 1),
('01960000-0520-7000-8000-000000000012', 'scoreCap', 'unrectified', null, null, 5, 'count', '未整改事项满五项即计满分', '示例口径，可修改', false, '2019-07-07', null, 1),
('01960000-0520-7000-8000-000000000013', 'scoreCap', 'term', null, null, 5, 'years', '一届任期五年', '示例口径，可修改', false, '2019-07-07', null, 1),
('01960000-0520-7000-8000-000000000014', 'scoreCap', 'funds', null, null, 50000, 'wanYuan', '年度资金满五亿元即计满分', '示例口径，可修改', false, '2019-07-07', null, 1),
('01960000-0520-7000-8000-000000000015', 'scoreCap', 'patrol', null, null, 10, 'count', '最近一轮巡察发现问题满十个即计满分', '示例口径，可修改', false, '2019-07-07', null, 1),
('01960000-0520-7000-8000-000000000016', 'scoreCap', 'leads', null, null, 2, 'count', '在办线索满两件即计满分', '示例口径，可修改', false, '2019-07-07', null, 1),
('01960000-0520-7000-8000-000000000021', 'classShare', null, null, 'A', 100, 'percent', 'A 类对象计类别分的全部', '示例口径，可修改', false, '2019-07-07', null, 1),
('01960000-0520-7000-8000-000000000022', 'classShare', null, null, 'B', 60, 'percent', 'B 类对象计类别分的六成', '示例口径，可修改', false, '2019-07-07', null, 1),
('01960000-0520-7000-8000-000000000023', 'classShare', null, null, 'C', 30, 'percent', 'C 类对象计类别分的三成', '示例口径，可修改', false, '2019-07-07', null, 1),
('01960000-0520-7000-8000-000000000024', 'classShare', null, null, 'D', 10, 'percent', 'D 类对象计类别分的一成', '示例口径，可修改', false, '2019-07-07', null, 1),
('01960000-0520-7000-8000-000000000031', 'effortSample', null, null, null, 3, 'count', '同类已办结项目满三个即按其实际人天的中位数估用', '示例口径，可修改', false, '2019-07-07', null, 1);

alter table patrol_round
  add column issues      integer constraint patrol_round_issues check (issues >= 0),
  add column feedback_on date,
  add constraint patrol_round_issues_after_feedback check ((issues is null) = (feedback_on is null));

-- What a unit had at its disposal in a year, from its budget or accounts.
create table unit_fund (
  id           uuid constraint unit_fund_pk primary key,
  unit         uuid not null constraint unit_fund_unit references unit (id) on delete cascade,
  year         integer not null constraint unit_fund_year_sane check (year between 2000 and 2100),
  amount       bigint not null constraint unit_fund_amount_sane check (amount >= 0),
  source       text not null,
  jurisdiction text not null,
  version      integer not null,
  constraint unit_fund_once unique (unit, year)
);
