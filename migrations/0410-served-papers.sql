-- An organ served with a paper of the house knows that paper itself: the receipt says which organ it was, the grant goes with the proof.
alter table service_receipt add column recipient_organ text
  constraint service_receipt_organ_known check (recipient_organ in
    ('auditOffice', 'committeeOffice', 'organisation', 'discipline', 'patrol', 'staffing', 'finance', 'stateAssets', 'congress', 'liaison'));
alter table share_grant drop constraint share_grant_kind;
alter table share_grant add constraint share_grant_kind check (kind in ('project', 'finding', 'document', 'issuedPaper'));

-- Which organs the results of an audit go to once the report is served: dated, by region, each with its citation.
create table result_rule (
  id        uuid constraint result_rule_pk primary key,
  organ     text not null constraint result_rule_organ_known check (organ in
              ('committeeOffice', 'organisation', 'discipline', 'patrol', 'staffing', 'finance', 'stateAssets', 'congress', 'liaison')),
  region    text constraint result_rule_region references jurisdiction (code),
  takes     boolean not null,
  purpose   text not null constraint result_rule_has_purpose check (purpose <> ''),
  citation  text not null constraint result_rule_has_citation check (citation <> ''),
  verified  boolean not null,
  starts_on date not null,
  ends_on   date,
  version   integer not null,
  constraint result_rule_ends_after_start check (ends_on >= starts_on)
);
insert into result_rule (id, organ, region, takes, purpose, citation, verified, starts_on, ends_on, version) values
('01960000-0410-7000-8000-000000000001', 'organisation', null, true, '审计结果报告提交委托审计的组织部门，作为考核、任免、奖惩的参考', '《党政主要领导干部和国有企事业单位主要领导人员经济责任审计规定》（中办发〔2019〕45号）第三十三条、第四十五条（未核对原文）', false, '2019-07-07', null, 1),
('01960000-0410-7000-8000-000000000002', 'discipline', null, true, '审计结果报告抄送纪检监察机关，归入廉政档案', '《党政主要领导干部和国有企事业单位主要领导人员经济责任审计规定》（中办发〔2019〕45号）第三十三条、第四十四条（未核对原文）', false, '2019-07-07', null, 1);
