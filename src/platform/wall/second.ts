import { createHash } from 'node:crypto'
import { tables } from '../../tables.ts'
import { arrayOf, asClause, type Clause, clause } from './condition.ts'
import { enteringSql } from './entering.ts'
import { allTables, type Eye, knownRow, secretColumns, snake, type Table } from './predicate.ts'

/** Whose rights a request works with; whose a trail row is appended with. The owner migrates, and works for the house itself. */
export const appRole = 'guantong_app'
export const trailRole = 'guantong_trail'
/** Whose rights signing in takes for the moment in which a password, a code or a token is compared; nobody else does. */
export const keyringRole = 'guantong_keyring'

const setting = (name: string) => `(select current_setting('guantong.${name}', true))`
const listed = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ')

/** The second wall's eye: everything about the actor is asked of the transaction's own settings. */
const settingsEye: Eye = {
  isOrgan: (organs) => [`(select current_setting('guantong.organ', true) in (${listed(organs)}))`],
  isRole: (roles) => [`(select current_setting('guantong.role', true) in (${listed(roles)}))`],
  covers: (column) => clause('(starts_with(', column, `, ${setting('prefix')}) or `, column, " = '*')"),
  isAmong: (column, set) => clause(column, ` in (select unnest(nullif(current_setting('guantong.${set}', true), '')::uuid[]))`),
  isAnyAmong: (columns, set) =>
    clause(
      `((select coalesce(nullif(current_setting('guantong.${set}', true), ''), '{}') <> '{}') and `,
      ...arrayOf(columns),
      ` && (select coalesce(nullif(current_setting('guantong.${set}', true), ''), '{}')::uuid[]))`,
    ),
  isOwn: (column, what) =>
    what === 'unit' || what === 'official'
      ? clause(column, ` = (select nullif(current_setting('guantong.${what}', true), '')::uuid)`)
      : clause(column, ` = ${setting(what)}`),
  isOrganNamed: (column) => clause(`${setting('organ')} = any(`, column, ')'),
  isOwnSubject: (column) => clause(column, " = 'official:' || (select nullif(current_setting('guantong.official', true), ''))"),
  hasPostHere: (column) => clause('has_post_in(', column, `, ${setting('prefix')})`),
  guardsParents: true,
}

const textOf = (parts: Clause): string => parts.map((part) => (typeof part === 'string' ? part : '')).join('')
/** What the second wall lets be known of a table, as SQL over the transaction's settings. */
export const policySql = (table: Table): string => textOf(asClause(knownRow(table, snake(table), settingsEye)))

/** A request reads and writes; columns that are secret it neither reads nor writes: their rows are begun, and they are set, with the keyring's rights. */
function rightsOn(table: Table, name: string): string {
  const secrets = secretColumns(table)
  if (secrets.length === 0) return `grant select, insert, update, delete on ${name} to ${appRole};`
  const columns = (of: readonly string[]) => of.map((column) => `"${column}"`).join(', ')
  const open = columns(
    Object.keys(tables[table].shape)
      .map(snake)
      .filter((column) => !secrets.includes(column)),
  )
  return `
revoke all on ${name} from ${appRole};
grant select (${open}), update (${open}), delete on ${name} to ${appRole};
drop policy if exists held on ${name};
create policy held on ${name} for all to ${keyringRole} using (true) with check (true);
grant select, insert, update (${columns(secrets)}) on ${name} to ${keyringRole};`
}

/** What signing in writes itself, and what is told to whoever shows the token that it is about. */
const keyring = `
grant update (used_at) on recovery_code to ${keyringRole};
create or replace function session_shown(token_hash text) returns uuid language sql stable security definer
set search_path = pg_catalog, public as $$
  select s.id from session as s where s.token_hash = $1
$$;
create or replace function outside_flow_shown(state_hash text, ticket_hash text, now timestamptz) returns jsonb language sql stable security definer
set search_path = pg_catalog, public as $$
  select jsonb_build_object('stateHash', f.state_hash, 'nonce', f.nonce, 'verifier', f.verifier) from outside_flow as f
  where f.state_hash = $1 and f.ticket_hash = $2 and f.used_at is null and f.ends_at > $3
$$;`

function wallOf(table: Table): string {
  const name = `"${snake(table)}"`
  const known = policySql(table)
  return `
alter table ${name} enable row level security;
drop policy if exists known on ${name};
drop policy if exists entered on ${name};
create policy known on ${name} for all to ${appRole} using (${known}) with check (true);
${rightsOn(table, name)}`
}

const makeRole = (role: string) => `
do $$ begin
  if not exists (select from pg_roles where rolname = '${role}') then create role ${role} nologin; end if;
exception when duplicate_object or unique_violation then null;
end $$;
do $$ begin
  if not pg_has_role(current_user, '${role}', 'member') or not exists (select from pg_roles where rolname = current_user and rolsuper) then
    execute format('grant ${role} to %I', current_user);
  end if;
exception when others then
  if not pg_has_role(current_user, '${role}', 'member') then raise; end if;
end $$;`

const trailRights = `
revoke insert, update, delete, truncate on trail, trail_link, trail_batch, trail_key from ${appRole};
revoke update, delete, truncate on trail_checkpoint, trail_check from ${appRole};
grant insert on trail to ${trailRole};
drop policy if exists appended on trail;
create policy appended on trail for insert to ${trailRole} with check (true);`

/** A stored file is in use when any record of any place stands on it: asked past the walls, and answered yes or no. */
function filesInUse(): string {
  const holding = allTables.flatMap((table) =>
    Object.keys(tables[table].shape)
      .filter((column) => /sha256$/i.test(column))
      .map((column) => `exists (select from "${snake(table)}" where "${snake(column)}" = print)`),
  )
  const waiting =
    "exists (select from batch where state in ('waiting', 'running') and files @> jsonb_build_array(jsonb_build_object('sha256', print)))"
  return `
create or replace function file_in_use(print text) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select ${[...holding, waiting].join('\n    or ')}
$$;`
}

/** Everything the second wall is made of: roles, rights, the way in, and a policy for each table of the page. */
export const wallSql = (): string =>
  [
    makeRole(appRole),
    makeRole(trailRole),
    makeRole(keyringRole),
    `grant usage on schema public to ${appRole}, ${trailRole}, ${keyringRole};\ngrant usage on all sequences in schema public to ${appRole}, ${trailRole};`,
    enteringSql,
    filesInUse(),
    ...allTables.map(wallOf),
    trailRights,
    keyring,
  ].join('\n')

export const wallDigest = (): string => createHash('sha256').update(wallSql()).digest('hex')
