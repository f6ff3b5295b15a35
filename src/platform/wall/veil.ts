/**
 * The veil: records marked above what this reader may know. How high he may know is his organ's clearance, no higher than the
 * installation's ceiling; a record that is shared with him, no higher than the highest share it comes by. It denies like a
 * recusal. Nothing is marked above the usual ceiling, so in most houses the first question ends it.
 */
const clearance = `
create or replace function clearance_of(organ text, today date) returns integer language sql stable as $$
  select least(
    secrecy_rank(coalesce((select value #>> '{}' from setting where name = 'secrecy.ceiling'), 'workSecret')),
    coalesce((select secrecy_rank(c.level) from clearance_rule as c
              where c.organ = $1 and c.valid_from <= $2 and (c.valid_until is null or c.valid_until >= $2)
              order by c.valid_from desc limit 1), secrecy_rank('workSecret')))
$$;`

const veiled = `
create or replace function veiled_from(organ text, prefix text, account text, unit uuid, official uuid, today date) returns uuid[]
language plpgsql stable as $$
declare clear integer := clearance_of(organ, today); lowest integer;
begin
  if organ in ('auditOffice', 'committeeOffice') then
    return array(select split_part(m.subject, ':', 2)::uuid from secrecy_mark as m where secrecy_rank(m.level) > clear);
  end if;
  select least(clear, min(secrecy_rank(g.ceiling))) into lowest from known_by_grant(organ, prefix, account, unit, today) as g;
  if not exists (select from secrecy_mark as m where secrecy_rank(m.level) > lowest) then return '{}'; end if;
  return array(
    with shared as (select g.kind, g.record, secrecy_rank(g.ceiling) as reach from known_by_grant(organ, prefix, account, unit, today) as g),
    covered as (
      select s.record as id, s.reach from shared as s
      union all select f.id, s.reach from shared as s join finding as f on f.project = s.record where s.kind = 'project'
      union all select p.document, s.reach from shared as s join project as p on p.id = s.record where p.document is not null
      union all select f.project, s.reach from shared as s join finding as f on f.id = s.record
      union all select f.document, s.reach from shared as s join finding as f on f.id = s.record where f.document is not null
      union all select o.id, clear from unnest(own_set(organ, unit, official)) as o (id)),
    known as (select c.id, least(max(c.reach), clear) as reach from covered as c group by c.id)
    select k.id from known as k join secrecy_mark as m
      on m.subject in ('project:' || k.id, 'finding:' || k.id, 'document:' || k.id, 'issuedPaper:' || k.id)
    where secrecy_rank(m.level) > k.reach);
end $$;
revoke all on function clearance_of(text, date) from public;
revoke all on function veiled_from(text, text, text, uuid, uuid, date) from public;`

export const veilSql = [clearance, veiled].join('\n')
