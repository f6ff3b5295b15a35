import { say } from '../../../kernel/say.ts'
import type { RiskLevel } from '../model.ts'
import { list } from './list.words.ts'
import type { Measures } from './rulebook.ts'
import type { Count } from './tally.ts'

export type Graded = { level: RiskLevel; because: string }
const raised = { low: 'mid', mid: 'high', high: 'high' } as const satisfies Record<RiskLevel, RiskLevel>
const percent = (basisPoints: number): string => String(Math.round(basisPoints) / 100)
const told = (zh: string, facts: Record<string, string | number>) => say({ zh, en: zh }, 'zh', facts)

/** By the share of audits alone: high, common, or below. */
function byShare({ share, audits, base }: Count, { commonShare, highShare }: Measures): { level: RiskLevel; parts: string[] } {
  const { because } = list
  if (share === null) return { level: 'low', parts: [told(because.few, { base })] }
  const level = share >= highShare ? 'high' : share >= commonShare ? 'mid' : 'low'
  const threshold = percent(level === 'high' ? highShare : commonShare)
  return { level, parts: [told(because.share, { audits, base, percent: percent(share) }), told(because[level], { threshold })] }
}

/**
 * The level of a risk with the reason in words: by the share of audits in which the problem stood, one step higher when it
 * came again in as many units as the rule says. Too few audits tell nothing and stay low.
 */
export function gradeRisk(count: Count, repeated: number, measures: Measures): Graded {
  const { level, parts } = byShare(count, measures)
  const again = repeated >= Math.max(measures.repeatUnits, 1)
  const all = again ? [...parts, told(list.because.repeat, { units: repeated })] : parts
  return { level: again ? raised[level] : level, because: `${all.join(list.because.and)}${list.because.stop}` }
}
