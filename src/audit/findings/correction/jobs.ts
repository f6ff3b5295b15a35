import { z } from 'zod'
import { revisePaper } from '../../../office/documents/deeds.ts'
import type { IssuedPaper } from '../../../office/documents/model.ts'
import { whyNotValues } from '../../../office/documents/rules/paper.ts'
import type { Writer } from '../../../platform/db.ts'
import type { Desk } from '../../../platform/desk.ts'
import { type AnyJob, job } from '../../../platform/jobs.ts'
import { auditPapers } from '../../papers/types.ts'
import { findFinding } from '../store.ts'
import { isClean, noticeSays, quotes, swapped, tracesOf } from './rules.ts'
import { type Found, paperLabel, papersQuoting, type Sought, seek } from './seek.ts'
import * as store from './store.ts'
import { words } from './words.ts'

/** Rewrites a draft that quotes the old statement; one that cannot be put right by itself is flagged for a person. */
async function rewrite(tx: Writer, draft: IssuedPaper, { correction, before, finding, name }: Sought): Promise<Found> {
  const type = auditPapers.find(({ id }) => id === draft.kind)
  const { effect, newGrade } = correction
  const values = swapped(draft.fieldValues, { effect, old: before, now: finding, name, newGrade })
  const fits = type !== undefined && whyNotValues(type, values) === null
  if (type && fits) await revisePaper(tx, type, draft, { values })
  const clean = fits && isClean(values, { effect, old: before, now: finding })
  const place = {
    kind: 'draft' as const,
    record: `issuedPaper:${draft.id}`,
    label: paperLabel(draft),
    recipient: '',
    organ: null,
    place: null,
  }
  return clean
    ? { ...place, state: 'rewritten', note: words.note.rewritten.zh }
    : { ...place, state: 'flagged', note: words.note.stillQuoted.zh }
}

async function soughtFor(desk: Desk, id: string): Promise<(Sought & { jurisdiction: string }) | null> {
  const correction = await store.findCorrection(desk.read, id)
  const before = await store.beforeOf(desk.read, id)
  const finding = correction && (await findFinding(desk.read, correction.finding))
  const names = correction && (await store.namesOf(desk.read, correction))
  if (!correction || !before || !finding || !names) return null
  return { correction, before, finding, name: names.name, jurisdiction: names.jurisdiction }
}

/** After an objection changed a record: every draft that used it is rewritten, every other place and every holder becomes a line. */
const spread = job({
  kind: 'findings.spread',
  payload: z.object({ correction: z.uuid() }),
  run: async (desk, { correction: id }) => {
    const sought = await soughtFor(desk, id)
    if (!sought) return
    const papers = await papersQuoting(desk.read, sought.before)
    const found = await seek(desk.read, sought, papers)
    const { correction, name, jurisdiction } = sought
    await desk.change(`correction:${id}`, async (tx) => {
      const drafts: Found[] = []
      for (const draft of papers.filter(({ state, fieldValues }) => state === 'draft' && quotes(fieldValues, tracesOf(sought.before))))
        drafts.push(await rewrite(tx, draft, sought))
      const says = noticeSays(correction, name)
      const about = { correction: id, project: correction.project, jurisdiction, says }
      const settled = (state: Found['state']) =>
        state === 'settled' ? { doneOn: desk.today, doneBy: desk.actor.account } : { doneOn: null, doneBy: null }
      await store.addPlaces(
        tx,
        [...found, ...drafts].map((each) => ({ ...about, ...each, ...settled(each.state) })),
      )
      await store.moveCorrection(tx, correction, { soughtOn: desk.today })
    })
  },
})

export const correctionJobs: readonly AnyJob[] = [spread]
