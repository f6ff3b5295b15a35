-- How high a level each organ may know: dated rows, no higher than the installation's ceiling; and how high a share reaches.
create table clearance_rule (
  id          uuid constraint clearance_rule_pk primary key,
  organ       text not null constraint clearance_rule_organ check (organ in
                ('auditOffice', 'committeeOffice', 'organisation', 'discipline', 'patrol', 'staffing', 'finance', 'stateAssets',
                 'congress', 'liaison', 'auditedUnit', 'official')),
  level       text not null constraint clearance_rule_level check (level in ('open', 'internal', 'workSecret', 'secret', 'confidential', 'topSecret')),
  citation    text not null constraint clearance_rule_has_citation check (citation <> ''),
  verified    boolean not null,
  valid_from  date not null,
  valid_until date,
  constraint clearance_rule_ends_after_start check (valid_until >= valid_from)
);
insert into clearance_rule (id, organ, level, citation, verified, valid_from, valid_until)
select ('01960000-0411-7000-8000-0000000000' || lpad(place::text, 2, '0'))::uuid, organ,
  case organ when 'liaison' then 'internal' else 'workSecret' end, '本系统设定，应按本地保密规定核定', false, '2019-07-07', null
from unnest(array['auditOffice', 'committeeOffice', 'organisation', 'discipline', 'patrol', 'staffing', 'finance', 'stateAssets',
  'congress', 'liaison', 'auditedUnit', 'official']) with ordinality as o (organ, place);

alter table share_grant add column ceiling text not null default 'workSecret'
  constraint share_grant_ceiling check (ceiling in ('open', 'internal', 'workSecret'));
alter table share_grant alter column ceiling drop default;
create index secrecy_mark_by_rank on secrecy_mark (secrecy_rank(level));
