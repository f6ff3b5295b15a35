import { addYears, type Day } from '../../../kernel/day.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import { liesIn } from '../../../registers/places/rules/jurisdiction.ts'
import type { DeclaredGround, FieldRuleKind, FieldTask, FieldworkRule, ProjectMember, RecusalDeclaration, WorkDay } from './model.ts'
import type { words } from './words.ts'

type No = Refusal<keyof typeof words.refusal>

/** The row of a kind that holds for a place on a day: the nearest place's own row before a wider one, the latest first. */
export function ruleInForce(rules: readonly FieldworkRule[], kind: FieldRuleKind, at: { place: string; on: Day }): FieldworkRule | null {
  const holding = rules.filter(
    (rule) =>
      rule.kind === kind &&
      rule.startsOn <= at.on &&
      (rule.endsOn === null || rule.endsOn >= at.on) &&
      (rule.region === null || liesIn(at.place, rule.region)),
  )
  const width = (rule: FieldworkRule) => rule.region?.replace(/0+$/, '').length ?? 0
  return holding.sort((one, other) => width(other) - width(one) || (one.startsOn < other.startsOn ? 1 : -1))[0] ?? null
}

/** A reason to look at whether somebody should step aside. It is shown; the head of the audit office decides. */
export type Hint =
  | { kind: 'undeclared' }
  | { kind: 'declared'; ground: Exclude<DeclaredGround, 'none'> }
  | { kind: 'recused' }
  | { kind: 'formerPost'; left: Day | null; until: Day | null; citation: string; verified: boolean }
  | { kind: 'priorAudit'; title: string; until: Day; citation: string; verified: boolean }

export type Past = {
  declaration: Pick<RecusalDeclaration, 'ground' | 'leftUnitOn'> | null
  /** Posts held in the audited unit, from the register; `endsOn` null = still held. */
  posts: readonly { endsOn: Day | null }[]
  /** Earlier audits of the same unit this person worked on, with the day they ended. */
  audits: readonly { title: string; on: Day }[]
  recused: boolean
}
type Rules = { formerPost: FieldworkRule | null; priorAudit: FieldworkRule | null }

function postHints({ declaration, posts }: Past, rule: FieldworkRule | null, today: Day): Hint[] {
  if (!rule) return []
  const told = declaration?.ground === 'formerPost' ? [{ endsOn: declaration.leftUnitOn }] : []
  return [...posts, ...told].flatMap(({ endsOn }) => {
    const until = endsOn === null ? null : addYears(endsOn, rule.amount)
    if (until !== null && until < today) return []
    return [{ kind: 'formerPost', left: endsOn, until, citation: rule.citation, verified: rule.verified } as const]
  })
}
const auditHints = ({ audits }: Past, rule: FieldworkRule | null, today: Day): Hint[] =>
  audits.flatMap(({ title, on }) => {
    const until = rule ? addYears(on, rule.amount) : on
    return rule && until >= today ? [{ kind: 'priorAudit', title, until, citation: rule.citation, verified: rule.verified } as const] : []
  })

/** What speaks for recusal of one member, from data alone: what he declared, posts he held in the unit, audits of it lately. */
export function recusalHints(past: Past, rules: Rules, today: Day): Hint[] {
  const { declaration, recused } = past
  const declared: Hint[] =
    declaration === null
      ? [{ kind: 'undeclared' }]
      : declaration.ground === 'none'
        ? []
        : [{ kind: 'declared', ground: declaration.ground }]
  return [
    ...(recused ? [{ kind: 'recused' } as const] : []),
    ...declared,
    ...postHints(past, rules.formerPost, today),
    ...auditHints(past, rules.priorAudit, today),
  ]
}

/** A value of a place begins after the one it follows; a share is at most a hundred. */
export function whyNotRule(
  given: Pick<FieldworkRule, 'amount' | 'startsOn'>,
  before: Pick<FieldworkRule, 'startsOn' | 'measure'> | null,
): No | null {
  if (before && given.startsOn <= before.startsOn) return refuse('ruleBeforeEarlier', { on: before.startsOn })
  return before?.measure === 'percent' && given.amount > 100 ? refuse('ruleShareTooLarge') : null
}

type Joining = Pick<ProjectMember, 'account' | 'name' | 'role' | 'joinedOn' | 'leftOn'> & { id: string | undefined }
/** Somebody on the team twice, a second leader, recused by decision, or days out of order. */
export function whyNotMember(given: Joining, members: readonly ProjectMember[], about: { recused: boolean }): No | null {
  const others = members.filter((member) => member.id !== given.id)
  if (others.some((member) => member.account === given.account)) return refuse('teamMemberTwice', { name: given.name })
  if (about.recused) return refuse('teamRecused', { name: given.name })
  if (given.leftOn && given.leftOn < given.joinedOn) return refuse('memberDaysBackward')
  const leader = others.find((member) => member.role === 'leader' && member.leftOn === null)
  return given.role === 'leader' && given.leftOn === null && leader ? refuse('leaderTwice', { name: leader.name }) : null
}

type Declared = Pick<RecusalDeclaration, 'ground' | 'leftUnitOn'>
export function whyNotDeclare(given: Declared, today: Day): No | null {
  if (given.ground !== 'formerPost') return given.leftUnitOn ? refuse('leftUnitWithoutPost') : null
  if (!given.leftUnitOn) return refuse('leftUnitMissing')
  return given.leftUnitOn > today ? refuse('teamDayFuture', { on: given.leftUnitOn }) : null
}

/** A day to come, or more than one day's work on one day. */
export function whyNotLog(
  given: Pick<WorkDay, 'workedOn' | 'days'>,
  logged: readonly Pick<WorkDay, 'workedOn' | 'days'>[],
  today: Day,
): No | null {
  if (given.workedOn > today) return refuse('teamDayFuture', { on: given.workedOn })
  const used = daysUsed(logged.filter((each) => each.workedOn === given.workedOn))
  return used + given.days > 1 ? refuse('dayFull', { on: given.workedOn, used }) : null
}

export const daysUsed = (logged: readonly Pick<WorkDay, 'days'>[]): number => logged.reduce((sum, each) => sum + each.days, 0)

export const whyNotAssign = (task: Pick<FieldTask, 'account'>, members: readonly Pick<ProjectMember, 'account'>[]): No | null =>
  task.account === null || members.some((member) => member.account === task.account) ? null : refuse('assigneeNotMember')
