import type { World } from './world.ts'

/**
 * What the city has nothing of, made through the doors as its people would: a proposal to lower a level, a correction asked for, a tie,
 * a post kept out of a year, a template of one's own. Whoever may decide on such a thing then has one to decide on.
 */
export async function somethingWaits({ house, actorOf }: World, ids: Readonly<Record<string, string>>): Promise<void> {
  const { project = '', item = '', auditorRow, unit } = ids
  const clerk = actorOf('clerk', 'own')
  const form = await house.ask('documents.template', { kind: 'auditNotice' }, clerk)
  const bytes = new Uint8Array(await form.response.arrayBuffer())
  const candidate = await house.db
    .selectFrom('planItem')
    .select(['plan', 'tenure', 'year'])
    .where('stage', '=', 'candidate')
    .where('id', '<>', item)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  const kin = { kind: 'kinship', endedOn: null, ground: '配偶在该单位任职', declaredOn: '2026-11-20', decidedBy: '审计局' }
  const done = [
    await house.act(
      'custody.proposeLower',
      { subject: `project:${project}`, level: 'open', reason: '事项已公开', decision: '试办〔2026〕1号' },
      clerk,
    ),
    await house.act(
      'custody.requestCorrection',
      { field: '姓名', stated: '甲', wanted: '乙', reason: '与身份证件不符' },
      actorOf('official', 'party'),
    ),
    await house.act('planning.ban', { ...candidate, reason: '试验说明一段文字' }, clerk),
    await house.act('planning.saveTie', { auditor: auditorRow, unit, ...kin }, clerk),
    await house.upload('documents.uploadTemplate', [{ name: '审计通知书.docx', bytes }], { kind: 'auditNotice' }, clerk),
  ]
  const refused = done.filter(({ status }) => status !== 200).map(({ status, body }) => [status, body])
  if (refused.length > 0) throw new Error(`nothing waits: ${JSON.stringify(refused)}`)
}
