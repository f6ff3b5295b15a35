import { veilSql } from './veil.ts'

/**
 * The way in: what an actor has been let know and is kept from today, worked out once for each transaction and laid down
 * in settings that end with it. It runs with the owner's rights, before the transaction takes on those of a request.
 */
const shared = `
create or replace function known_by_grant(organ text, prefix text, account text, unit uuid, today date)
returns setof share_grant language sql stable as $$
  select g.* from share_grant as g
  where g.state = 'given' and g.organ = $1 and ($2 = '' or starts_with(g.jurisdiction, $2))
    and g.starts_on <= $5 and (g.until is null or g.until >= $5)
    and (g.account is null or g.account = $3) and (g.unit is null or g.unit = $4)
$$;`

const keptFrom = `
create or replace function kept_from(account text, today date) returns uuid[] language plpgsql stable as $$
declare subjects uuid[]; projects uuid[]; findings uuid[];
begin
  subjects := array(select r.subject from recusal as r
                    where r.account = kept_from.account and r.decided_on <= today and (r.until is null or r.until >= today));
  if subjects = '{}' then return subjects; end if;
  projects := array(select p.id from project as p where p.id = any(subjects) or p.unit = any(subjects)
                    union select s.project from project_subject as s where s.official = any(subjects));
  findings := array(select f.id from finding as f where f.unit = any(subjects) or f.project = any(projects)
                    union select r.finding from responsibility as r where r.official = any(subjects));
  return subjects || projects || findings || array(
    select p.document from project as p where p.id = any(projects) and p.document is not null
    union select d.id from document as d where d.unit = any(subjects));
end $$;`

/**
 * An audited unit or official knows its own audit once the notice has been served, and what was found once it has been asked
 * for its opinion or the report is out; of two officials audited together, each what he answers for and what nobody does.
 */
const ownSet = `
create or replace function were_noticed(projects uuid[]) returns uuid[] language sql stable as $$
  select coalesce(array_agg(p.id), '{}') from project as p
  where p.id = any(projects) and (p.started_on is not null or p.reported_on is not null
    or exists (select from project_service as s where s.project = p.id and s.kind = 'notice'))
$$;
create or replace function was_told(projects uuid[]) returns uuid[] language sql stable as $$
  select coalesce(array_agg(p.id), '{}') from project as p
  where p.id = any(projects)
    and (p.reported_on is not null or exists (select from project_draft as d where d.project = p.id and d.withheld is null))
$$;
create or replace function own_set(organ text, unit uuid, official uuid) returns uuid[] language plpgsql stable as $$
declare projects uuid[]; told uuid[];
begin
  if organ = 'auditedUnit' and unit is not null then
    projects := were_noticed(array(select p.id from project as p where p.unit = own_set.unit));
    told := was_told(projects);
    return projects
      || array(select distinct t.official from tenure as t where t.unit = own_set.unit)
      || array(select f.id from finding as f where f.unit = own_set.unit and f.project = any(told))
      || array(select p.document from project as p where p.id = any(projects) and p.reported_on is not null and p.document is not null);
  elsif organ = 'official' and official is not null then
    projects := were_noticed(array(select s.project from project_subject as s where s.official = own_set.official));
    told := was_told(projects);
    return projects || own_set.official
      || array(select f.id from finding as f where f.project = any(told)
               and (exists (select from responsibility as r where r.finding = f.id and r.official = own_set.official)
                 or not exists (select from responsibility as r where r.finding = f.id)
                 or not exists (select from project_subject as s where s.project = f.project and s.official <> own_set.official)))
      || array(select p.document from project as p where p.id = any(projects) and p.reported_on is not null and p.document is not null);
  end if;
  return '{}';
end $$;`

/** Findings shared by grants none of which opens this group of fields; of one's own place nothing is left out. */
const left = `
create or replace function left_out(partial uuid[], whole uuid[], organ text, prefix text) returns uuid[] language sql stable as $$
  select coalesce(array_agg(f.id), '{}') from finding as f
  where (f.id = any(partial) or f.project = any(partial)) and not (f.id = any(whole) or f.project = any(whole))
    and not (organ in ('auditOffice', 'committeeOffice') and (f.jurisdiction = '*' or starts_with(f.jurisdiction, prefix)))
$$;
create or replace function hidden_of(name text, partial uuid[], whole uuid[], organ text, prefix text) returns jsonb language plpgsql stable as $$
begin
  if partial = '{}' then return '{}'; end if;
  return jsonb_build_object('hidden.' || name, left_out(partial, whole, organ, prefix));
end $$;`

/** Officials named by what is shared, who would not be known from the reader's own place. */
const people = `
create or replace function people_shared(cases uuid[], answering uuid[], prefix text) returns uuid[] language sql stable as $$
  select coalesce(array_agg(o.id), '{}') from official as o
  where prefix <> '' and not starts_with(o.jurisdiction, prefix) and not has_post_in(o.id, prefix)
    and o.id in (select s.official from project_subject as s where s.project = any(cases)
                 union select r.official from responsibility as r join finding as f on f.id = r.finding
                       where (f.project = any(answering) or f.id = any(answering)) and f.established = 'confirmed')
$$;`

/** What the grants to an actor open, and what of it they leave out; null when there are none. One look at the grants is all of it for most. */
const sets = `
create or replace function shared_sets(organ text, prefix text, account text, unit uuid, today date) returns jsonb language plpgsql stable as $$
declare given record; records uuid[]; sets jsonb;
begin
  select count(*) as number, coalesce(array_agg(g.record) filter (where g.kind = 'project'), '{}') as cases,
         coalesce(array_agg(g.record) filter (where g.kind <> 'project'), '{}') as records,
         coalesce(array_agg(g.record) filter (where g.kind = 'finding'), '{}') as findings,
         coalesce(array_agg(g.record) filter (where g.kind <> 'document' and g.fields ? 'report'), '{}') as reporting,
         coalesce(array_agg(g.record) filter (where g.fields ? 'responsibility'), '{}') as answering,
         coalesce(array_agg(g.record) filter (where g.kind in ('project', 'finding') and not g.fields ? 'facts'), '{}') as no_facts,
         coalesce(array_agg(g.record) filter (where g.fields ? 'facts'), '{}') as facts,
         coalesce(array_agg(g.record) filter (where g.kind in ('project', 'finding') and not g.fields ? 'amounts'), '{}') as no_amounts,
         coalesce(array_agg(g.record) filter (where g.fields ? 'amounts'), '{}') as amounts,
         coalesce(array_agg(g.record) filter (where g.kind in ('project', 'finding') and not g.fields ? 'responsibility'), '{}') as no_answers,
         coalesce(array_agg(g.record) filter (where g.kind in ('project', 'finding') and not g.fields ? 'rectification'), '{}') as no_mending,
         coalesce(array_agg(g.record) filter (where g.fields ? 'rectification'), '{}') as mending
    into given from known_by_grant(organ, prefix, account, unit, today) as g;
  if given.number = 0 then return null; end if;
  records := given.records;
  if prefix <> '' then records := records || people_shared(given.cases, given.answering, prefix); end if;
  if given.findings <> '{}' then
    records := records || array(select distinct f.project from finding as f where f.id = any(given.findings));
  end if;
  if given.reporting <> '{}' then
    records := records || array(
      select p.document from project as p where p.id = any(given.reporting) and p.document is not null
      union select f.document from finding as f where f.id = any(given.reporting) and f.document is not null);
  end if;
  sets := jsonb_build_object('cases', given.cases, 'records', records);
  return sets || hidden_of('facts', given.no_facts, given.facts, organ, prefix)
              || hidden_of('amounts', given.no_amounts, given.amounts, organ, prefix)
              || hidden_of('responsibility', given.no_answers, given.answering, organ, prefix)
              || hidden_of('rectification', given.no_mending, given.mending, organ, prefix);
end $$;`

/** Most actors have nothing shared with them and are kept from nothing: then nothing more is asked. */
const enter = `
create or replace function enter_house(actor jsonb, today date) returns jsonb language plpgsql as $$
declare
  organ text := actor->>'organ'; prefix text := actor->>'prefix'; who text := actor->>'account';
  unit uuid := (actor->>'unit')::uuid; official uuid := (actor->>'official')::uuid;
  recused uuid[]; sets jsonb; name text; ids text;
begin
  perform set_config('guantong.organ', organ, true), set_config('guantong.role', actor->>'role', true),
          set_config('guantong.account', who, true), set_config('guantong.prefix', prefix, true),
          set_config('guantong.unit', coalesce(unit::text, ''), true), set_config('guantong.official', coalesce(official::text, ''), true),
          set_config('guantong.cases', '', true), set_config('guantong.records', '', true), set_config('guantong.recused', '', true),
          set_config('guantong.hidden.facts', '', true), set_config('guantong.hidden.amounts', '', true),
          set_config('guantong.hidden.responsibility', '', true), set_config('guantong.hidden.rectification', '', true);
  sets := shared_sets(organ, prefix, who, unit, today);
  recused := kept_from(who, today) || veiled_from(organ, prefix, who, unit, official, today);
  if sets is null and recused = '{}' and organ not in ('auditedUnit', 'official') then return '{}'; end if;
  sets := coalesce(sets, '{"records": []}') || jsonb_build_object('recused', recused);
  sets := jsonb_set(sets, '{records}', (sets->'records') || to_jsonb(own_set(organ, unit, official)));
  for name, ids in select e.key, (select array_agg(i)::text from jsonb_array_elements_text(e.value) as i) from jsonb_each(sets) as e loop
    perform set_config('guantong.' || name, coalesce(ids, ''), true);
  end loop;
  return sets;
end $$;
revoke all on function enter_house(jsonb, date) from public;
revoke all on function shared_sets(text, text, text, uuid, date) from public;
revoke all on function known_by_grant(text, text, text, uuid, date) from public;
revoke all on function kept_from(text, date) from public;
revoke all on function were_noticed(uuid[]) from public;
revoke all on function was_told(uuid[]) from public;
revoke all on function own_set(text, uuid, uuid) from public;
revoke all on function left_out(uuid[], uuid[], text, text) from public;
revoke all on function hidden_of(text, uuid[], uuid[], text, text) from public;
revoke all on function people_shared(uuid[], uuid[], text) from public;`

/** An official is known wherever he holds or held a post; asked past the walls, or each would ask the other without end. */
const posts = `
create or replace function has_post_in(who uuid, prefix text) returns boolean language sql stable security definer
set search_path = pg_catalog, public as $$
  select exists (select from tenure as t where t.official = who and starts_with(t.jurisdiction, prefix))
$$;`

export const enteringSql = [shared, keptFrom, ownSet, left, posts, people, sets, veilSql, enter].join('\n')
