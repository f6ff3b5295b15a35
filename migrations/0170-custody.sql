-- Secrecy levels of records and files, purposes of reading a dossier, sealed identity numbers, retention, corrections.

create table secrecy_mark (
  subject  text        constraint secrecy_mark_pk primary key,
  level    text        not null constraint secrecy_mark_level check (level in ('open', 'internal', 'workSecret', 'secret', 'confidential', 'topSecret')),
  set_by   text        not null,
  set_at   timestamptz not null,
  version  integer     not null
);

-- A lower level is proposed by one person and decided by another; the decision's number is kept.
create table secrecy_decision (
  id          uuid constraint secrecy_decision_pk primary key,
  subject     text not null constraint secrecy_decision_subject references secrecy_mark (subject) on delete cascade,
  from_level  text not null,
  to_level    text not null,
  reason      text not null,
  decision    text not null,
  state       text not null constraint secrecy_decision_state check (state in ('proposed', 'confirmed', 'refused')),
  proposed_by text not null,
  proposed_on date not null,
  decided_by  text,
  decided_on  date,
  constraint secrecy_decision_by_two check (state <> 'confirmed' or (decided_by is not null and decided_by <> proposed_by))
);
create index secrecy_decision_by_subject on secrecy_decision (subject);
create unique index secrecy_decision_one_open on secrecy_decision (subject) where state = 'proposed';

create function secrecy_rank(level text) returns integer immutable language sql as $$
  select array_position(array['open', 'internal', 'workSecret', 'secret', 'confidential', 'topSecret'], level)
$$;

-- Locked at the first save: nobody lowers a level without a confirmed decision, whatever path the statement takes.
create function secrecy_is_locked() returns trigger language plpgsql as $$
begin
  if secrecy_rank(new.level) < secrecy_rank(old.level) and not exists (
    select from secrecy_decision d
    where d.subject = old.subject and d.state = 'confirmed' and d.from_level = old.level and d.to_level = new.level
  ) then
    raise exception 'a secrecy level is lowered only by a confirmed decision';
  end if;
  return new;
end $$;
create trigger secrecy_is_locked before update on secrecy_mark for each row execute function secrecy_is_locked();

-- Every record of a case and every file has a level from its first save: the installation's usual one unless told otherwise.
create function secrecy_first_mark() returns trigger language plpgsql security definer as $$
begin
  insert into secrecy_mark (subject, level, set_by, set_at, version)
  values (
    tg_argv[0] || ':' || new.id,
    coalesce((select value #>> '{}' from setting where name = 'secrecy.usual'), 'internal'),
    coalesce(nullif(current_setting('guantong.account', true), ''), 'system'),
    now(),
    1
  ) on conflict do nothing;
  return new;
end $$;
create function secrecy_forget() returns trigger language plpgsql security definer as $$
begin
  delete from secrecy_mark where subject = tg_argv[0] || ':' || old.id;
  return old;
end $$;
create trigger secrecy_first_mark after insert on document for each row execute function secrecy_first_mark('document');
create trigger secrecy_forget after delete on document for each row execute function secrecy_forget('document');
create trigger secrecy_first_mark after insert on project for each row execute function secrecy_first_mark('project');
create trigger secrecy_forget after delete on project for each row execute function secrecy_forget('project');
create trigger secrecy_first_mark after insert on finding for each row execute function secrecy_first_mark('finding');
create trigger secrecy_forget after delete on finding for each row execute function secrecy_forget('finding');
insert into secrecy_mark (subject, level, set_by, set_at, version)
  select 'document:' || id, 'internal', 'system', now(), 1 from document
  union all select 'project:' || id, 'internal', 'system', now(), 1 from project
  union all select 'finding:' || id, 'internal', 'system', now(), 1 from finding;

-- What a person's dossier is read for, and until when.
create table dossier_reading (
  id        uuid        constraint dossier_reading_pk primary key,
  subject   text        not null,
  account   text        not null,
  name      text        not null,
  role      text        not null,
  purpose   text        not null constraint dossier_reading_purpose check (purpose in ('audit', 'planning', 'assessment', 'appointment', 'discipline', 'patrol', 'rectification', 'upkeep', 'other')),
  note      text        not null,
  opened_at timestamptz not null,
  until     timestamptz not null,
  constraint dossier_reading_ends check (until > opened_at)
);
create index dossier_reading_by_subject on dossier_reading (subject, opened_at desc);
create index dossier_reading_by_account on dossier_reading (account, subject, until desc);

-- Identity-card numbers: sealed with a key that is not in the database, shown masked.
create table identity_number (
  subject text        constraint identity_number_pk primary key,
  masked  text        not null,
  sealed  text        not null,
  set_by  text        not null,
  set_at  timestamptz not null
);

-- How long each kind of record is kept. Dated rows with a citation; years null = for ever.
create table retention_rule (
  id          uuid    constraint retention_rule_pk primary key,
  what        text    not null constraint retention_rule_what check (what in ('conclusion', 'proof', 'setting', 'reference', 'trail', 'document', 'personal', 'session', 'replay', 'reading')),
  years       integer constraint retention_rule_years check (years is null or years > 0),
  days        integer constraint retention_rule_days check (days is null or days > 0),
  starts      text    not null constraint retention_rule_starts check (starts in ('filingYear', 'recordedOn', 'endedOn')),
  after       text    not null constraint retention_rule_after check (after in ('keep', 'transfer', 'appraise', 'purge')),
  citation    text    not null,
  verified    boolean not null,
  valid_from  date    not null,
  valid_until date,
  constraint retention_rule_one_length check (years is null or days is null)
);
insert into retention_rule (id, what, years, days, starts, after, citation, verified, valid_from, valid_until) values
  ('019ac000-0000-7000-8000-000000000001', 'conclusion', null, null, 'filingYear', 'transfer', '审计机关审计档案管理规定（2012）第七、八条', false, '2013-01-01', null),
  ('019ac000-0000-7000-8000-000000000002', 'proof', 30, null, 'filingYear', 'appraise', '审计机关审计档案管理规定（2012）第七、八条', false, '2013-01-01', null),
  ('019ac000-0000-7000-8000-000000000003', 'setting', 30, null, 'filingYear', 'appraise', '审计机关审计档案管理规定（2012）第七、八条', false, '2013-01-01', null),
  ('019ac000-0000-7000-8000-000000000004', 'reference', 10, null, 'filingYear', 'appraise', '审计机关审计档案管理规定（2012）第七、八条', false, '2013-01-01', null),
  ('019ac000-0000-7000-8000-000000000005', 'trail', null, null, 'recordedOn', 'keep', '本系统设定', false, '2026-01-01', null),
  ('019ac000-0000-7000-8000-000000000006', 'document', 30, null, 'recordedOn', 'appraise', '审计机关审计档案管理规定（2012）第八条', false, '2013-01-01', null),
  ('019ac000-0000-7000-8000-000000000007', 'personal', 10, null, 'endedOn', 'appraise', '个人信息保护法第十九条：保存期限为实现处理目的所必要的最短时间；年数为本系统设定', false, '2026-01-01', null),
  ('019ac000-0000-7000-8000-000000000008', 'session', null, 90, 'endedOn', 'purge', '本系统设定', false, '2026-01-01', null),
  ('019ac000-0000-7000-8000-000000000009', 'replay', null, 30, 'recordedOn', 'purge', '本系统设定', false, '2026-01-01', null),
  ('019ac000-0000-7000-8000-00000000000a', 'reading', 3, null, 'endedOn', 'purge', '本系统设定', false, '2026-01-01', null);

-- A person says that something recorded of him is wrong; the keeper answers with a reason.
create table correction_request (
  id           uuid constraint correction_request_pk primary key,
  official     uuid not null constraint correction_request_official references official (id) on delete cascade,
  record       text not null,
  field        text not null,
  stated       text not null,
  wanted       text not null,
  reason       text not null,
  state        text not null constraint correction_request_state check (state in ('received', 'corrected', 'refused')),
  made_by      text not null,
  made_on      date not null,
  answer       text,
  answered_by  text,
  answered_on  date,
  jurisdiction text not null,
  version      integer not null,
  constraint correction_request_answered check ((state = 'received') = (answered_on is null))
);
create index correction_request_by_official on correction_request (official);
