import { type Day, day } from '../kernel/day.ts'
import type { Role } from '../office/identity/model.ts'

/** A seat: the unit's full name, the place's code (`*` = the whole installation), from and until. */
export type DemoSeat = { role: Role; unit: string | null; place: string; fromOn: Day; untilOn: Day | null }
/** `official` is the number of the audited official whose account it is. */
export type DemoAccount = { account: string; name: string; official: string | null; seats: readonly DemoSeat[] }

const since = day('2026-01-01')
const seat = (role: Role, unit: string | null, place: string): DemoSeat => ({ role, unit, place, fromOn: since, untilOn: null })
const cityOf = (account: string, name: string, role: Role, unit: string | null): DemoAccount => ({
  account,
  name,
  official: null,
  seats: [seat(role, unit, '*')],
})
const audit = '澜江市审计局'

/** The three administrators: they open the city, propose and confirm everybody else. */
export const demoAdministrators = {
  systemAdmin: { account: 'sysadmin', name: '系统管理员' },
  securityAdmin: { account: 'secadmin', name: '安全保密管理员' },
  auditAdmin: { account: 'auditadmin', name: '安全审计员' },
} as const
export const demoSince = since
export const demoGround = '澜组通〔2026〕1号'

/** One login for every role; one person with two seats and a former one; the first is the clerk the guide follows. */
export const demoAccounts: readonly DemoAccount[] = [
  cityOf('clerk', '张敏', 'clerk', audit),
  cityOf('auditor', '陆川', 'auditor', audit),
  cityOf('lead', '沈一凡', 'leadAuditor', audit),
  cityOf('reviewer', '顾云', 'reviewer', audit),
  cityOf('adjudicator', '程曦', 'adjudicator', audit),
  cityOf('director', '魏正平', 'director', audit),
  cityOf('committee', '孟宁', 'committeeOffice', audit),
  cityOf('secretary', '许晴', 'secretary', audit),
  cityOf('organisation', '郝建', 'organisation', '中共澜江市委组织部'),
  cityOf('discipline', '严正', 'discipline', '中共澜江市纪律检查委员会'),
  cityOf('patrol', '龚平', 'patrol', '中共澜江市委巡察工作领导小组办公室'),
  cityOf('staffing', '尹编', 'staffing', '中共澜江市委机构编制委员会办公室'),
  cityOf('finance', '钱丰', 'finance', '澜江市财政局'),
  cityOf('assets', '石磊', 'stateAssets', '澜江市人民政府国有资产监督管理委员会'),
  cityOf('congress', '汪民', 'congress', '澜江市人民代表大会常务委员会'),
  cityOf('liaison', '邵联', 'liaison', '澜江市教育局'),
  { account: 'county', name: '夏青', official: null, seats: [seat('clerk', '青川县审计局', '990121')] },
  { account: 'countydisc', name: '江正清', official: null, seats: [seat('discipline', null, '990121')] },
  { account: 'unit', name: '何整', official: null, seats: [seat('unitStaff', '澜江市交通运输局', '990100')] },
  { account: 'official', name: '周明远', official: 'LJ0001', seats: [seat('official', '澜江市交通运输局', '990100')] },
  {
    account: 'twoseats',
    name: '杜衡',
    official: null,
    seats: [
      { role: 'clerk', unit: '青川县审计局', place: '990121', fromOn: day('2023-03-01'), untilOn: day('2025-12-31') },
      seat('auditor', audit, '990100'),
      seat('secretary', audit, '990100'),
    ],
  },
]

/** Proposed and not yet confirmed: stands in the queue of the security administrator. */
export const demoNewcomer: DemoAccount = cityOf('newcomer', '季新', 'auditor', audit)
