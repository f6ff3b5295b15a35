import { refuse } from '../../kernel/refusal.ts'
import type { Desk } from '../../platform/desk.ts'
import { newId } from '../../platform/id.ts'
import { found, serve, stopIf } from '../../platform/serve.ts'
import { fingerprint } from './chain/sign.ts'
import { countEntries, findCheckpoint, trailSetting } from './chain-store.ts'
import { makeCheckpoint, parseCheckpoint, rememberedCheckpoints } from './checkpoint.ts'
import {
  type CheckpointLine,
  checkpointFile,
  choose,
  exportTrail,
  getCheckpoint,
  listBatches,
  listCheckpoints,
  listTrail,
  makeCheckpointAct,
  standing,
  verifyAct,
} from './contract.ts'
import { exportLines } from './export.ts'
import type { TrailCheckpoint } from './model.ts'
import { pace } from './rules.ts'
import { addCheck, batchPage, checkpointPage, saveChoice, standingOf, trailPage } from './store.ts'
import { verifyTrail } from './verify.ts'

const lineOf = ({ body, ...row }: TrailCheckpoint): CheckpointLine => ({
  ...row,
  algorithm: body.signature.algorithm,
  fingerprint: fingerprint(body.signature),
})
const textOf = (body: TrailCheckpoint['body']) => `${JSON.stringify(body, null, 2)}\n`
const dayOf = (at: string) => at.slice(0, 19).replaceAll(/[-:]/g, '')

async function verify(desk: Desk<{ against?: string | undefined }>) {
  const { input, read, seal, now, actor, change } = desk
  const presented = input.against === undefined ? null : parseCheckpoint(input.against, '–')
  const against = [...(presented ? [presented] : []), ...(await rememberedCheckpoints(read, seal))]
  const progress = (step: { done: number; total: number }) =>
    desk.publish({ kind: 'trail.progress', audience: actor.account, payload: step })
  const { elsewhere, ...verdict } = await verifyTrail(read, seal, { against, progress })
  const check = { id: newId(), at: now, account: actor.account, ...verdict, against: presented?.at ?? null }
  await change(`trailCheck:${check.id}`, (tx) => addCheck(tx, check))
  return { ...check, elsewhere }
}

async function exported({ input, read, now, seen }: Desk<{ chain?: string | undefined }>) {
  const rows = await countEntries(read)
  stopIf(rows > pace.browserRows ? refuse('trailTooLong', { rows }) : null)
  const lines: string[] = []
  for await (const line of exportLines(read, input.chain === undefined ? { at: now } : { at: now, chain: input.chain })) lines.push(line)
  seen(`trail:${input.chain ?? 'all'}`)
  const name = `trail-${input.chain ?? 'all'}-${dayOf(now)}.jsonl`.replace('*', 'house')
  return { name, type: 'application/x-ndjson; charset=utf-8', bytes: Buffer.from(`${lines.join('\n')}\n`) }
}

export const trailApi = [
  serve(listTrail, ({ input, read }) => trailPage(read, input)),
  serve(standing, ({ read }) => standingOf(read)),
  serve(listBatches, ({ input, read }) => batchPage(read, input)),
  serve(listCheckpoints, async ({ input, read }) => {
    const { rows, total } = await checkpointPage(read, input)
    return { rows: rows.map(lineOf), total }
  }),
  serve(getCheckpoint, async ({ input, read }) => {
    const row = found(await findCheckpoint(read, input.id))
    return { ...lineOf(row), body: row.body }
  }),
  serve(checkpointFile, async ({ input, read }) => {
    const { at, body } = found(await findCheckpoint(read, input.id))
    return { name: `checkpoint-${dayOf(at)}.json`, type: 'application/json', bytes: Buffer.from(textOf(body)) }
  }),
  serve(makeCheckpointAct, async (desk) => {
    stopIf((await standingOf(desk.read)).chains.length === 0 ? refuse('nothingChained') : null)
    return lineOf(await makeCheckpoint(desk, desk.seal))
  }),
  serve(verifyAct, verify),
  serve(choose, ({ input, change }) =>
    change('setting:trail', async (tx) => {
      await saveChoice(tx, { ...(await trailSetting(tx)), ...input })
      return input
    }),
  ),
  serve(exportTrail, exported),
]
