import type { Day } from '../../kernel/day.ts'
import { wanYuan } from '../../kernel/money.ts'
import { say } from '../../kernel/say.ts'
import { type Fact, recordSource } from '../../kernel/source.ts'
import { paperDay } from '../../office/documents/rules.ts'
import type { Reader } from '../../platform/db.ts'
import type { LeadOutcome } from './model.ts'
import { isEnded } from './rules/outcomes.ts'
import type { SanctionRule } from './rules/records.ts'
import { provenOutcomesOf, sanctionRules } from './store.ts'
import { words } from './words.ts'

const zh = 'zh'

function sentence(outcome: LeadOutcome, rules: readonly SanctionRule[], on: Day): string {
  const rule = rules.find(({ code, kind }) => code === outcome.sanction && kind === outcome.kind)
  const until = outcome.effectUntil
  const period = isEnded(outcome, on) ? words.says.ended : words.says.running
  return say(words.says.outcome, zh, {
    day: paperDay(outcome.decidedOn),
    organ: outcome.organName,
    kind: say(words.outcome[outcome.kind], zh),
    sanction: rule ? say(words.says.sanction, zh, { title: rule.title.zh }) : '',
    amount: outcome.amount === null ? '' : say(words.says.amount, zh, { amount: wanYuan(outcome.amount) }),
    period: until === null ? '' : say(period, zh, { day: paperDay(until) }),
  })
}

/**
 * What this room may say of an official on a day: outcomes that were proven, and nothing else. A lead itself, however far
 * it has come, and an outcome that proved nothing are in no portrait; who may not know the lead is told nothing at all.
 */
export async function facts(read: Reader, about: { official: string; on: Day }): Promise<readonly Fact[]> {
  const outcomes = await provenOutcomesOf(read, about)
  const rules = outcomes.length > 0 ? await sanctionRules(read) : []
  return outcomes.map((outcome) => ({
    id: `lead:${outcome.id}:${about.official}`,
    section: 'leads',
    order: `${outcome.decidedOn}/${outcome.id}`,
    text: sentence(outcome, rules, about.on),
    state: 'established',
    sources: [recordSource({ room: 'leads', record: `leadOutcome:${outcome.id}`, field: 'kind' })],
  }))
}
