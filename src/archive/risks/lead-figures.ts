import { cleared } from '../../office/identity/policy/leads.ts'
import type { Writer } from '../../platform/db.ts'
import type { Desk } from '../../platform/desk.ts'
import type { CompilationView } from './contract.ts'
import { drawn } from './drafting.ts'
import type { Compilation } from './model.ts'
import { leadFiguresFor } from './rules/report.ts'
import { keepLeadFigures, leadFiguresOf } from './store.ts'

const isCleared = (role: string): boolean => cleared.some((each) => each === role)

/** Draws what a report has to say of leads, when the hand at work is cleared for them; nothing otherwise. */
export async function drawLeads(tx: Writer, { actor, today }: Pick<Desk, 'actor' | 'today'>, report: Compilation): Promise<void> {
  if (report.kind !== 'report' || !isCleared(actor.role)) return
  const { id: compilation, jurisdiction, year } = report
  const figures = await drawn({ read: tx, today, place: jurisdiction }, leadFiguresFor(year))
  await keepLeadFigures(tx, { compilation, jurisdiction, figures }, { account: actor.account, name: actor.name, on: today })
}

/** Those figures as drawn and as they are now; null for who is not cleared. */
export async function leadsTold(
  { read, today, actor }: Pick<Desk, 'read' | 'today' | 'actor'>,
  report: Compilation,
): Promise<CompilationView['leads']> {
  const kept = isCleared(actor.role) ? await leadFiguresOf(read, report.id) : undefined
  if (!kept) return null
  const now = await drawn({ read, today, place: report.jurisdiction }, kept.figures)
  return kept.figures.map((figure, at) => ({ ...figure, now: now[at]?.value ?? figure.value }))
}
