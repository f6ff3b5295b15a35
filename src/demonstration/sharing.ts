import { shareServedResults } from '../audit/projects/results.ts'
import { addDays } from '../kernel/day.ts'
import type { ShareGrant } from '../office/sharing/model.ts'
import { addGrant, addRecusal } from '../office/sharing/store.ts'
import type { Writer } from '../platform/db.ts'
import type { Desk } from '../platform/desk.ts'
import { newId } from '../platform/id.ts'
import { demoCity } from './place.ts'
import { sharing } from './sharing.words.ts'
import { reportedProjects } from './store.ts'
import { hero } from './world/names.words.ts'

const office = { account: 'clerk', organ: 'auditOffice', jurisdiction: demoCity }
type Case = Awaited<ReturnType<typeof reportedProjects>>[number]

/** The results of every audit whose report is out go where the rules say. */
async function serveResults(tx: Writer, desk: Desk, cases: readonly Case[]): Promise<void> {
  const actor = { ...desk.actor, account: office.account, role: 'clerk' as const }
  for (const each of cases) await shareServedResults(tx, { actor, today: desk.today, now: desk.now }, each)
}

const grantOf = ({ today, now }: Desk, { id, label }: Case, over: Partial<ShareGrant>): ShareGrant => ({
  id: newId(),
  kind: 'project',
  record: id,
  label,
  organ: 'finance',
  jurisdiction: demoCity,
  unit: null,
  account: null,
  fields: ['facts', 'amounts', 'rectification'],
  ceiling: 'workSecret',
  purpose: sharing.budget,
  legalBasis: sharing.basis,
  issued: false,
  ownerOrgan: office.organ,
  ownerJurisdiction: office.jurisdiction,
  startsOn: addDays(today, -120),
  until: addDays(today, 60),
  state: 'given',
  givenBy: office.account,
  givenAt: now,
  settledBy: 'lead',
  settledAt: now,
  reason: null,
  version: 2,
  ...over,
})

/** A share that runs without responsibility, one that has lapsed, one that waits for a second person, and a recusal. */
export async function shareAndRecuse(desk: Desk): Promise<void> {
  const cases = await reportedProjects(desk.read)
  const { today } = desk
  await desk.change('setting:demonstration', async (tx) => {
    await serveResults(tx, desk, cases)
    const [first, second, third, fourth] = cases
    if (first) await addGrant(tx, grantOf(desk, first, {}))
    if (second) await addGrant(tx, grantOf(desk, second, { until: addDays(today, -30) }))
    if (third) {
      const waiting = { organ: 'patrol' as const, purpose: sharing.patrol, state: 'waiting' as const, version: 1 }
      await addGrant(tx, grantOf(desk, third, { ...waiting, startsOn: today, settledBy: null, settledAt: null }))
    }
    if (fourth) await addGrant(tx, grantOf(desk, fourth, { organ: 'staffing', fields: ['facts'], purpose: sharing.staffing }))
    const away = cases.find(({ officials }) => !officials.some(({ name }) => name === hero.name))?.officials[0]
    if (away)
      await addRecusal(tx, {
        ...{ id: newId(), account: 'auditor', kind: 'official', subject: away.id, ground: 'inLaw', note: sharing.kin },
        ...{ decidedOn: addDays(today, -90), decidedBy: 'director', until: null, jurisdiction: demoCity, version: 1 },
      })
  })
}
