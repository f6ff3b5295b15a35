import { moneyText } from '../papers/findings.doc.ts'
import type { Finding } from './model.ts'
import { sumByKind } from './rules.ts'

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
