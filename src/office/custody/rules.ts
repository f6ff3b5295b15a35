import { type Day, daysBetween } from '../../kernel/day.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import {
  type ClearanceRule,
  type CorrectionRequest,
  type CustodySettings,
  type DossierReading,
  type RetentionRule,
  type SecrecyDecision,
  SecrecyLevel,
} from './model.ts'
import { printedLevels } from './rules/lexicon.ts'
import type { words } from './words.ts'

type No = Refusal<keyof typeof words.refusal>

/** What holds until the installation sets otherwise: nothing above work secrets, eight hours a reading. */
export const usualSettings: CustodySettings = { ceiling: 'workSecret', usual: 'internal', readingHours: 8, officialSeesReaders: false }

const rank = (level: SecrecyLevel): number => SecrecyLevel.options.indexOf(level)
export const isAbove = (pair: { level: SecrecyLevel; than: SecrecyLevel }): boolean => rank(pair.level) > rank(pair.than)
/** The highest of several levels; open when there are none. */
export const highest = (levels: readonly SecrecyLevel[]): SecrecyLevel =>
  levels.reduce<SecrecyLevel>((top, level) => (isAbove({ level, than: top }) ? level : top), 'open')

/** Refuses a level above the deployment's ceiling: such matter may not be kept here at all. */
export const whyNotKeep = (level: SecrecyLevel, { ceiling }: Pick<CustodySettings, 'ceiling'>): No | null =>
  isAbove({ level, than: ceiling }) ? refuse('aboveCeiling', { level, ceiling }) : null

/** Raising is done at once; a lower level needs a decision, and the same level is no change. */
export function whyNotRaise(change: { from: SecrecyLevel; to: SecrecyLevel }, settings: Pick<CustodySettings, 'ceiling'>): No | null {
  if (change.from === change.to) return refuse('sameLevel')
  if (!isAbove({ level: change.to, than: change.from })) return refuse('loweringNeedsDecision')
  return whyNotKeep(change.to, settings)
}

/** Where a record is merely edited, its level may stay or rise: lowering is a proposal and a decision of its own. */
export const whyNotLowerUndecided = (change: { from: SecrecyLevel; to: SecrecyLevel }): No | null =>
  isAbove({ level: change.from, than: change.to }) ? refuse('loweringNeedsDecision') : null

export const whyNotLower = (change: { from: SecrecyLevel; to: SecrecyLevel }): No | null =>
  isAbove({ level: change.from, than: change.to }) ? null : refuse('notLower')

/** Two people: whoever proposed does not decide, and what is decided stays so. */
export function whyNotDecide(proposal: Pick<SecrecyDecision, 'state' | 'proposedBy'>, account: string): No | null {
  if (proposal.state !== 'proposed') return refuse('alreadyDecided')
  return proposal.proposedBy === account ? refuse('ownProposal') : null
}

/** The level a paper itself prints near its head (秘密★10年, 内部资料 …); null when it prints none. */
export function printedLevel(text: string): SecrecyLevel | null {
  const head = text.slice(0, 400)
  return printedLevels.find(({ sign }) => sign.test(head))?.level ?? null
}

const hours = (moment: string, count: number) => new Date(new Date(moment).getTime() + count * 3_600_000).toISOString()
/** When a reading opened now ends (ISO moment). */
export const readingEnds = (openedAt: string, { readingHours }: Pick<CustodySettings, 'readingHours'>): string =>
  hours(openedAt, readingHours)
export const readingLives = (reading: Pick<DossierReading, 'until'>, now: string): boolean => now < reading.until

/** "Other" says in words what for. */
export const whyNotRead = (asked: { purpose: string; note: string }): No | null =>
  asked.purpose === 'other' && asked.note.trim().length < 4 ? refuse('purposeUnsaid') : null

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
/** Whether an identity-card number agrees with its own check digit (GB 11643). */
export function soundIdentityNumber(given: string): boolean {
  if (!/^\d{17}[\dX]$/.test(given)) return false
  const sum = weights.reduce((total, weight, at) => total + weight * Number(given.charAt(at)), 0)
  return '10X98765432'.charAt(sum % 11) === given.charAt(17)
}
export const whyNotIdentityNumber = (given: string): No | null => (soundIdentityNumber(given) ? null : refuse('identityNumberUnsound'))

/** The first six and the last two signs; the birth date and the order number are covered. */
export const masked = (number: string): string => `${number.slice(0, 6)}${'*'.repeat(Math.max(0, number.length - 8))}${number.slice(-2)}`

/** Answered once, with a reason. */
export const whyNotAnswer = (request: Pick<CorrectionRequest, 'state'>): No | null =>
  request.state === 'received' ? null : refuse('alreadyAnswered')

/** Days a correction has been waiting. */
export const waitingDays = (request: Pick<CorrectionRequest, 'madeOn'>, today: Day): number =>
  daysBetween({ from: request.madeOn, to: today })

/** Secret and above are never opened on a page: an assessed installation sets its ceiling by a deployment parameter. */
export const whyNotSettle = (settings: Pick<CustodySettings, 'ceiling' | 'usual'>): No | null => {
  if (isAbove({ level: settings.ceiling, than: 'workSecret' })) return refuse('ceilingTooHigh')
  return whyNotKeep(settings.usual, settings)
}

/** A term may grow, never shrink: what the law asks at least stands in the rule in force. */
export const whyNotShorten = (before: Pick<RetentionRule, 'years'>, fresh: Pick<RetentionRule, 'years'>): No | null => {
  if (fresh.years === null) return null
  return before.years === null || fresh.years < before.years ? refuse('retentionShorter', { least: before.years ?? '∞' }) : null
}

/** A clearance lies no higher than the installation's ceiling, and a new one begins after the one it replaces. */
export function whyNotClear(
  fresh: Pick<ClearanceRule, 'level' | 'validFrom'>,
  before: Pick<ClearanceRule, 'validFrom'> | null,
  settings: Pick<CustodySettings, 'ceiling'>,
): No | null {
  if (before && fresh.validFrom <= before.validFrom) return refuse('clearanceNotLater', { from: before.validFrom })
  return isAbove({ level: fresh.level, than: settings.ceiling }) ? refuse('clearanceAboveCeiling', { ceiling: settings.ceiling }) : null
}
