-- The papers of a case have their level from the first save too. A record that names a level of its own begins with that one.
create or replace function secrecy_first_mark() returns trigger language plpgsql security definer as $$
begin
  insert into secrecy_mark (subject, level, set_by, set_at, version)
  values (
    tg_argv[0] || ':' || new.id,
    coalesce(to_jsonb(new) ->> 'secrecy', (select value #>> '{}' from setting where name = 'secrecy.usual'), 'internal'),
    coalesce(nullif(current_setting('guantong.account', true), ''), 'system'),
    now(),
    1
  ) on conflict do nothing;
  return new;
end $$;

create trigger secrecy_first_mark after insert on issued_paper for each row execute function secrecy_first_mark('issuedPaper');
create trigger secrecy_forget after delete on issued_paper for each row execute function secrecy_forget('issuedPaper');
create trigger secrecy_first_mark after insert on evidence for each row execute function secrecy_first_mark('evidence');
create trigger secrecy_forget after delete on evidence for each row execute function secrecy_forget('evidence');
create trigger secrecy_first_mark after insert on working_paper for each row execute function secrecy_first_mark('workingPaper');
create trigger secrecy_forget after delete on working_paper for each row execute function secrecy_forget('workingPaper');
create trigger secrecy_first_mark after insert on talk for each row execute function secrecy_first_mark('talk');
create trigger secrecy_forget after delete on talk for each row execute function secrecy_forget('talk');
create trigger secrecy_first_mark after insert on answer_file for each row execute function secrecy_first_mark('answerFile');
create trigger secrecy_forget after delete on answer_file for each row execute function secrecy_forget('answerFile');
insert into secrecy_mark (subject, level, set_by, set_at, version)
  select 'issuedPaper:' || id, secrecy, 'system', now(), 1 from issued_paper
  union all select 'evidence:' || id, 'internal', 'system', now(), 1 from evidence
  union all select 'workingPaper:' || id, 'internal', 'system', now(), 1 from working_paper
  union all select 'talk:' || id, 'internal', 'system', now(), 1 from talk
  union all select 'answerFile:' || id, 'internal', 'system', now(), 1 from answer_file
  on conflict do nothing;

-- An issued paper prints its level: paper and mark say the same, whichever was changed.
create function secrecy_of_paper() returns trigger language plpgsql security definer as $$
begin
  update secrecy_mark set level = new.secrecy, version = version + 1
  where subject = 'issuedPaper:' || new.id and level is distinct from new.secrecy;
  return new;
end $$;
create trigger secrecy_of_paper after update of secrecy on issued_paper
  for each row when (old.secrecy is distinct from new.secrecy) execute function secrecy_of_paper();
create function secrecy_to_paper() returns trigger language plpgsql security definer as $$
begin
  update issued_paper set secrecy = new.level
  where id = substr(new.subject, length('issuedPaper:') + 1)::uuid and secrecy is distinct from new.level and state = 'draft';
  return new;
end $$;
create trigger secrecy_to_paper after update of level on secrecy_mark
  for each row when (new.subject like 'issuedPaper:%') execute function secrecy_to_paper();
