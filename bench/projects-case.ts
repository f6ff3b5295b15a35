import { sql } from 'kysely'
import { type Db, json } from '../src/platform/db.ts'
import { newId } from '../src/platform/id.ts'

const bare = { periodFrom: null, periodTo: null, reportFile: null, document: null }

async function projects(db: Db, count: number): Promise<{ id: string; unit: string }> {
  const unit = newId()
  await sql`insert into unit (id, number, name, short_names, category, level, jurisdiction, former_names, version)
    values (${unit}, 'B1', '基准单位', '[]'::jsonb, 'department', 'county', '990100', '[]'::jsonb, 1)`.execute(db)
  await sql`insert into project (id, number, title, kind, unit, audited_by, year, jurisdiction, version, state, track, opened_on, started_on)
    select gen_random_uuid(), 'B-' || n, '基准项目' || n, 'inOffice', ${unit}, '审计局', 2026, '990100', 1, 'fieldwork', 'standard',
      date '2026-01-01' + (n % 200), date '2026-02-01' + (n % 200) from generate_series(1, ${count}) n`.execute(db)
  const { id } = await db.selectFrom('project').select('id').where('number', '=', 'B-1').executeTakeFirstOrThrow()
  return { id, unit }
}

/** Thirty findings, each with two evidence sheets, one who answers for it and one word of the official on it. */
async function findings(db: Db, about: { id: string; unit: string; official: string; draft: string }): Promise<void> {
  const { id, unit, official, draft } = about
  const told = Array.from({ length: 30 }, (_, at) => ({
    id: newId(),
    number: `BF-${at}`,
    project: id,
    title: `问题${at}`,
    problemClass: 'F03-01',
  }))
  const place = { unit, jurisdiction: '990100', version: 1, facts: '事实', year: 2026, established: 'draft' as const }
  const nowhere = { paragraph: null, start: null, end: null }
  await db
    .insertInto('finding')
    .values(told.map((finding) => ({ ...finding, ...place, ...nowhere, ...bare, money: json([]), basis: json([]) })))
    .execute()
  await sql`insert into responsibility (id, finding, official, grade) select gen_random_uuid(), id, ${official}, 'leading' from finding
    where project = ${id}`.execute(db)
  await sql`insert into evidence (id, project, number, title, summary, kind, evidence_on, taken_in_at, taken_by, taken_name, provider, sign, version)
    select gen_random_uuid(), ${id}, 'E-' || n, '凭证' || n, '摘要', 'document', '2026-03-01', now(), 'a', '甲', '财务科', 'pending', 1
    from generate_series(1, 60) n`.execute(db)
  await sql`insert into finding_evidence (id, finding, evidence, linked_by, linked_on)
    select gen_random_uuid(), f.id, e.id, 'a', '2026-03-02' from
      (select id, row_number() over (order by number) n from finding where project = ${id}) f
      join (select id, row_number() over (order by number) n from evidence where project = ${id}) e on (e.n + 1) / 2 = f.n`.execute(db)
  await sql`insert into draft_reply (id, draft, finding, party, replier, account, stance, text, evidence, given_on)
    select gen_random_uuid(), ${draft}, id, 'official', ${official}, 'o', 'partly', '有不同意见', '[]'::jsonb, '2026-05-01' from finding
    where project = ${id}`.execute(db)
}

async function papers(db: Db, id: string): Promise<void> {
  await sql`insert into issued_paper (id, jurisdiction, project, subject, kind, title, state, secrecy, head, field_values, blank, pdf_state,
      drafted_by, drafted_on, version)
    select gen_random_uuid(), '990100', ${id}, ${`project:${id}`}, 'evidenceSheet', '取证单' || n, 'draft', 'internal',
      '{"issuers": ["审计局"]}'::jsonb, '{"unit": "基准单位", "summary": "摘要"}'::jsonb, '{}', 'none', 'a', '2026-03-01', 1
    from generate_series(1, 60) n`.execute(db)
}

async function course(db: Db, about: { id: string; unit: string; official: string; draft: string }): Promise<void> {
  const { id, unit, official, draft } = about
  await sql`insert into project_step (id, project, step, account, name, role, taken_on, "from", "to", text, facts)
    select gen_random_uuid(), ${id}, 'begin', 'a', '甲', 'auditor', '2026-03-01', 'entered', 'fieldwork', '说明', '{}'::jsonb
    from generate_series(1, 60)`.execute(db)
  await sql`insert into project_member (id, project, account, name, role, days, skills, joined_on, version)
    select gen_random_uuid(), ${id}, 'm' || n, '组员' || n, 'member', 20, '[]'::jsonb, '2026-01-05', 1 from generate_series(1, 5) n`.execute(
    db,
  )
  await sql`insert into project_draft (id, project, round, sent_on, sent_by) values (${draft}, ${id}, 1, '2026-04-20', 'a')`.execute(db)
  await sql`insert into project_service (id, project, kind, round, party, recipient, served_on, method, signer, account)
    select gen_random_uuid(), ${id}, kind, 1, party, recipient, '2026-04-21', 'direct', '签收人', 'a'
    from unnest(array['notice', 'draft']) kind,
      (values ('official', ${official}::uuid), ('unit', ${unit}::uuid)) as whom (party, recipient)`.execute(db)
  await sql`insert into deadline (id, project, rule, kind, about, party, from_on, region, due_on, steps, rule_row, provisional, state, counted_on)
    select gen_random_uuid(), ${id}, c.rule, 'latest', 'b:' || n || c.id, null, '2026-04-21', '990100', '2026-05-08', '[]'::jsonb, c.id, false,
      'running', '2026-04-21' from (select id, rule from clock_rule order by id limit 4) c, generate_series(1, 3) n`.execute(db)
  await sql`insert into deadline_count (id, deadline, counted_on, cause, due_on, steps, rule_row, account)
    select gen_random_uuid(), id, '2026-04-21', 'first', due_on, steps, rule_row, 'a' from deadline where project = ${id}`.execute(db)
  await sql`insert into archive_unit (id, project, class, position, title) select gen_random_uuid(), ${id}, class, n, '材料' || n
    from unnest(array['conclusion', 'proof', 'opening', 'reference']) class, generate_series(1, 15) n`.execute(db)
}

/** Many projects of one unit; the first has 60 papers, 60 steps and 30 findings with all that belongs to them. Answers its id. */
export async function fillProjects(db: Db, count: number): Promise<string> {
  const { id, unit } = await projects(db, count)
  const [official, draft] = [newId(), newId()]
  await sql`insert into official (id, number, name, sex, born_in, former_names, jurisdiction, version)
    values (${official}, 'BO1', '基准人', 'male', '1970-01', '[]'::jsonb, '990100', 1)`.execute(db)
  await sql`insert into project_subject (id, project, official, post) values (${newId()}, ${id}, ${official}, '局长')`.execute(db)
  await course(db, { id, unit, official, draft })
  await findings(db, { id, unit, official, draft })
  await papers(db, id)
  await sql`analyze`.execute(db)
  return id
}
