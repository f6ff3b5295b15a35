import { sql } from 'kysely'
import type { Db } from '../src/platform/db.ts'

const findingsEach = 20
/** Sixteen characters for each stretch: two findings share few pairs of characters by chance, as two audits' own words do. */
const alphabets = [
  '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳',
  '午未申酉戌亥天地玄黄宇宙洪荒日月',
  '盈昃列张寒来暑往秋收冬藏闰余成岁',
  '律吕调阳云腾致雨露结为霜金生丽水',
  '玉出昆冈剑号巨阙珠称夜光果珍李柰',
  '菜重芥姜海咸河淡鳞潜羽翔龙师火帝',
]
const ownWords = sql.join(
  alphabets.map(
    (alphabet, at) =>
      sql`translate(substr(md5((n * ${sql.lit(1 + Math.floor(at / 2))})::text), ${sql.lit(1 + 16 * (at % 2))}, 16), '0123456789abcdef', ${sql.lit(alphabet)})`,
  ),
  sql` || `,
)
/** What an audit says: a sentence in common, and the rest of its own; every ninth finding says what an earlier one of its class said. */
const facts = sql`'审计抽查发现，该单位' || (array['工程管理', '资金拨付', '资产处置', '政府采购', '往来清理', '预算编制', '项目验收', '合同履行', '津贴发放'])[1 + n % 9] || '方面存在问题：'
  || case when n % 9 = 0 then '有关事项未按规定程序办理，资料不完整，责任科室未能说明原因。' else ${ownWords} || '。' end`
const titles = sql`(array['养护项目化整为零规避公开招标', '结转结余资金未及时盘活', '公务接待费超预算支出', '固定资产账实不符', '往来款项长期挂账'])[1 + n % 5] || n % 97`
const classes = sql`'F' || lpad((1 + n % 10)::text, 2, '0') || '-' || lpad((1 + n % 6)::text, 2, '0')`
const money = sql`case n % 3 when 0 then '[]'::jsonb
  when 1 then jsonb_build_array(jsonb_build_object('kind', 'breach', 'fen', (exp(9 + 5 * random()) * 100)::bigint))
  else jsonb_build_array(jsonb_build_object('kind', 'irregular', 'fen', (exp(11 + 4 * random()) * 100)::bigint),
    jsonb_build_object('kind', 'payable', 'fen', (exp(8 + 3 * random()) * 100)::bigint)) end`

/** Units and projects for so many findings: twelve audits a unit over ten years, their reports out. */
export async function fillProjects(db: Db, findings: number): Promise<void> {
  const projects = Math.ceil(findings / findingsEach)
  const units = Math.ceil(projects / 12)
  await sql`insert into unit (id, number, name, short_names, category, level, jurisdiction, former_names, version)
    select gen_random_uuid(), 'B' || n, '基准单位' || n, '[]'::jsonb,
      (array['department', 'institution', 'government', 'stateFirm'])[1 + n % 4], 'county', '990100', '[]'::jsonb, 1
    from generate_series(1, ${units}) n`.execute(db)
  await sql`insert into project (id, number, title, kind, unit, audited_by, year, jurisdiction, version, state, track, reported_on)
    select gen_random_uuid(), 'B-' || n, '基准项目' || n, 'inOffice', u.id, '审计局', 2016 + n % 10, '990100', 1, 'archived', 'standard',
      date '2016-06-01' + 365 * (n % 10)
    from generate_series(1, ${projects}) n join (select id, row_number() over (order by number) as at from unit) u on u.at = 1 + (n - 1) / 12`.execute(
    db,
  )
}

/** One finding in two hundred is withdrawn after an objection, as many wait for their answer; all by one official. */
async function fillObjections(tx: Db, from: number): Promise<void> {
  await sql`insert into official (id, number, name, former_names, jurisdiction, version)
    select gen_random_uuid(), 'B1', '基准人员', '[]'::jsonb, '990100', 1 where not exists (select from official)`.execute(tx)
  await sql`insert into objection (id, finding, official, raised_on, text, outcome, decided_on, effect)
    select gen_random_uuid(), f.id, o.id, date '2026-05-01', '不同意', case n % 2 when 0 then 'upheld' else 'pending' end,
      case n % 2 when 0 then date '2026-06-01' end, case n % 2 when 0 then 'withdrawn' end
    from (select id, substr(number, 4)::int / 100 as n from finding
      where substr(number, 4)::int % 100 = 0 and substr(number, 4)::int >= ${from}) f cross join official o`.execute(tx)
}

/** Loads in bulk: what the triggers would write row by row is written at once, and the indexes are made at the end. */
async function inBulk(db: Db, table: string, work: (tx: Db) => Promise<void>): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    const { rows } = await sql<{ name: string; made: string }>`select indexname as name, indexdef as made from pg_indexes i
      where tablename = ${table} and indexdef not like 'CREATE UNIQUE%'`.execute(tx)
    for (const { name } of rows) await sql`drop index ${sql.ref(name)}`.execute(tx)
    await work(tx)
    for (const { made } of rows) await sql.raw(made).execute(tx)
  })
}

/** The findings numbered `from` to `to`: twenty a project, log-normal money, a third of them without any. */
export async function fillFindings(db: Db, { from, to }: { from: number; to: number }): Promise<void> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from project`.execute(db)
  const projects = rows[0]?.count ?? 1
  await inBulk(db, 'finding', async (tx) => {
    await sql`insert into finding (id, number, project, title, problem_class, facts, unit, money, basis, year, established, jurisdiction, version)
      select gen_random_uuid(), 'BF-' || lpad(n::text, 7, '0'), p.id, ${titles}, ${classes}, ${facts}, p.unit, ${money},
        '["《中华人民共和国预算法》第十三条"]'::jsonb, p.year, 'confirmed', '990100', 1
      from generate_series(${from}::int, ${to}::int) n
      join (select id, unit, year, substr(number, 3)::int as at from project) p on p.at = 1 + (n - 1) / ${findingsEach} % ${projects}`.execute(
      tx,
    )
    await sql`insert into secrecy_mark (subject, level, set_by, set_at, version)
      select 'finding:' || id, 'internal', 'system', now(), 1 from finding where number >= 'BF-' || lpad(${from}::int::text, 7, '0')`.execute(
      tx,
    )
    await fillObjections(tx, from)
  })
  await sql`vacuum analyze`.execute(db)
}
