-- How alike two names of materials must be before the earlier answer is offered.
alter table fieldwork_rule drop constraint fieldwork_rule_kind_known;
alter table fieldwork_rule add constraint fieldwork_rule_kind_known
  check (kind in ('formerPostYears', 'priorAuditYears', 'talkAuditors', 'answerDays', 'countersignDays', 'likeness'));
alter table fieldwork_rule drop constraint fieldwork_rule_measure_known;
alter table fieldwork_rule add constraint fieldwork_rule_measure_known check (measure in ('years', 'persons', 'days', 'percent'));
insert into fieldwork_rule (id, kind, amount, measure, region, title, citation, verified, starts_on, ends_on) values
('00000000-0000-7000-8000-000000002606', 'likeness', 70, 'percent', null, '资料名称相近到此程度的，先提示已有答复',
 '本系统的设定，不是法定数字；可按使用情况调整', true, '2010-05-01', null);
