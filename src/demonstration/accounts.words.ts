import type { Role } from '../office/identity/model.ts'

/** `unit` and `place` are the unit's full name and the place's code; the whole installation is `*`. */
export type DemoAccount = { account: string; name: string; role: Role; unit: string | null; place: string }

const cityOf = (account: string, name: string, role: Role, unit: string | null): DemoAccount => ({ account, name, role, unit, place: '*' })
const audit = '澜江市审计局'

/** One login for every role; the first of them is the clerk the guide follows. */
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
  { account: 'county', name: '夏青', role: 'clerk', unit: '青川县审计局', place: '990121' },
  { account: 'unit', name: '何整', role: 'unitStaff', unit: '澜江市交通运输局', place: '990100' },
  { account: 'official', name: '周明远', role: 'official', unit: '澜江市交通运输局', place: '990100' },
  cityOf('sysadmin', '系统管理员', 'systemAdmin', null),
  cityOf('secadmin', '安全保密管理员', 'securityAdmin', null),
  cityOf('auditadmin', '安全审计员', 'auditAdmin', null),
]
