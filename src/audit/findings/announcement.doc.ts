import type { Day } from '../../kernel/day.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import type { Block, Paper } from '../../office/documents/model.ts'
import { headingMark, paperDay } from '../../office/documents/rules.ts'
import { moneyText } from '../papers/findings.doc.ts'
import type { Finding, ProblemClass } from './model.ts'
import { levelOne, sumByKind } from './rules.ts'

type Announced = Pick<Finding, 'facts' | 'title' | 'periodFrom' | 'periodTo' | 'money' | 'basis'> & { unitName: string }

/** When it happened, as announcements say it: one year, a span of years, or nothing. */
function timeOf({ periodFrom, periodTo }: Announced): string {
  const [from, to] = [periodFrom?.slice(0, 4), periodTo?.slice(0, 4)]
  if (!from && !to) return ''
  return from && to && from !== to ? `${from}年至${to}年，` : `${from ?? to}年，`
}

/** One finding in the usual order of published announcements: period, unit, act, amounts kind by kind, basis; no person. */
export function announcedFinding(finding: Announced): string {
  const amount = finding.money.length > 0 ? `，涉及${moneyText(finding.money)}` : ''
  const basis = finding.basis.length > 0 ? `，不符合${finding.basis.join('、')}的规定` : ''
  return `${timeOf(finding)}${finding.unitName}${finding.title}${amount}${basis}。`
}

/** How many findings, and how much of each kind: breach and irregular management are told apart and never added. */
export function announcedTotal(findings: readonly Announced[]): string {
  const sums = sumByKind(findings)
  return `本次审计共发现问题${findings.length}个${sums.length > 0 ? `，其中${moneyText(sums)}` : ''}。`
}

/** More than anybody publishes at once. */
export const mostAnnounced = 2000
export const whyNotAnnounce = (count: number): Refusal | null =>
  count > mostAnnounced ? refuse('announcementTooLong', { count, most: mostAnnounced }) : null

type Set = {
  findings: readonly (Announced & Pick<Finding, 'problemClass'>)[]
  classes: readonly Pick<ProblemClass, 'code' | 'zh'>[]
  on: Day
}
/** Any set of findings as an announcement: how many and how much, then class by class in the order of the scheme. */
export function announcementPaper({ findings, classes, on }: Set): Paper {
  const codes = [...new Set(findings.map(({ problemClass }) => levelOne(problemClass)))].sort()
  const name = (code: string) => classes.findLast((each) => each.code === code)?.zh ?? code
  const group = (code: string, at: number): Block[] => [
    { kind: 'heading', level: 1, text: `${headingMark(1, at + 1)}${name(code)}方面` },
    ...findings
      .filter(({ problemClass }) => levelOne(problemClass) === code)
      .map((finding, index): Block => ({ kind: 'paragraph', runs: [{ text: `${index + 1}.${announcedFinding(finding)}` }] })),
  ]
  return {
    ...{ number: '', secrecy: null, addressee: '', watermark: null, subject: '审计结果公告' },
    title: ['审计发现问题情况'],
    blocks: [{ kind: 'paragraph', runs: [{ text: announcedTotal(findings) }] }, ...codes.flatMap(group)],
    signature: { signer: '', date: paperDay(on) },
  }
}
