import { z } from 'zod'
import { Day } from '../../kernel/day.ts'
import { Fen } from '../../kernel/money.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Column, Read, Sheet } from '../../office/intake/model.ts'
import { code, day, division, list, money, oneOf, text, whole, year, yesNo } from '../../office/intake/rules/cells.ts'
import { AuditKind } from '../../registers/auditees/model.ts'
import { AbsenceKind, Skill } from './model.ts'
import { words } from './words.ts'

/** Labels of an enum as the cell's words. */
const byLabel = <K extends string>(options: readonly K[], says: Readonly<Record<K, { zh: string }>>): Record<string, K> =>
  Object.fromEntries(options.map((option) => [says[option].zh, option]))

const skillLabels = byLabel(Skill.options, words.skill)
function skills(given: string): Read<Skill[]> {
  const read = list(20)(given)
  if ('refusal' in read) return read
  const unknown = read.value.find((each) => skillLabels[each] === undefined)
  if (unknown) return { refusal: refuse('skillUnknown', { given: unknown }) }
  return { value: read.value.flatMap((each) => skillLabels[each] ?? []) }
}

/** One auditor and the team he belongs to; the team is made when its number is new. */
export const AuditorRow = z.object({
  number: z.string(),
  name: z.string(),
  team: z.string(),
  teamName: z.string(),
  district: z.string(),
  skills: z.array(Skill),
  account: z.string().nullable(),
  startsOn: Day,
  endsOn: Day.nullable(),
})
export type AuditorRow = z.infer<typeof AuditorRow>
export const auditorsSheet: Sheet<AuditorRow> = {
  what: 'auditors',
  title: words.sheet.auditors,
  columns: [
    { header: '人员编号', key: 'number', required: true, read: code(40), example: 'SJ001' },
    { header: '姓名', key: 'name', required: true, read: text(40), example: '陆川' },
    { header: '审计组编号', key: 'team', required: true, read: code(20), example: 'T1' },
    { header: '审计组名称', key: 'teamName', required: true, read: text(60), example: '第一审计组' },
    { header: '片区代码', key: 'district', required: true, read: division(), example: '990100' },
    { header: '专长', key: 'skills', required: false, read: skills, example: '财政财务；数据' },
    { header: '账号', key: 'account', required: false, read: code(64), example: '' },
    { header: '到岗日期', key: 'startsOn', required: true, read: day('first'), example: '2021-01-01' },
    { header: '离岗日期', key: 'endsOn', required: false, read: day('last'), example: '' },
  ],
  row: AuditorRow,
}

const absences = byLabel(AbsenceKind.options, words.absence)
export const AbsenceRow = z.object({
  auditor: z.string(),
  kind: AbsenceKind,
  startsOn: Day,
  endsOn: Day,
  share: z.number().int().nullable(),
  note: z.string().nullable(),
})
export type AbsenceRow = z.infer<typeof AbsenceRow>
export const absencesSheet: Sheet<AbsenceRow> = {
  what: 'absences',
  title: words.sheet.absences,
  columns: [
    { header: '人员编号', key: 'auditor', required: true, read: code(40), example: 'SJ001' },
    { header: '占用类型', key: 'kind', required: true, read: oneOf(absences), options: Object.keys(absences), example: '法定审计任务' },
    { header: '起始日期', key: 'startsOn', required: true, read: day('first'), example: '2027-01-04' },
    { header: '截止日期', key: 'endsOn', required: true, read: day('last'), example: '2027-03-31' },
    { header: '占用比例', key: 'share', required: false, read: whole({ least: 1, most: 100 }), example: '60' },
    { header: '占用说明', key: 'note', required: false, read: text(200), example: '本级预算执行审计' },
  ],
  row: AbsenceRow,
}

export const PatrolRow = z.object({
  round: z.string(),
  unit: z.string(),
  startsOn: Day,
  endsOn: Day,
  joint: z.boolean().nullable(),
  agreedBy: z.string().nullable(),
  note: z.string().nullable(),
  feedbackOn: Day.nullable(),
  issues: z.number().int().nullable(),
})
export type PatrolRow = z.infer<typeof PatrolRow>
export const patrolSheet: Sheet<PatrolRow> = {
  what: 'patrolRounds',
  title: words.sheet.patrolRounds,
  columns: [
    { header: '轮次', key: 'round', required: true, read: text(60), example: '市委巡察第五轮' },
    { header: '单位编号', key: 'unit', required: true, read: code(40), example: 'C013' },
    { header: '进驻日期', key: 'startsOn', required: true, read: day('first'), example: '2027-03-02' },
    { header: '撤离日期', key: 'endsOn', required: true, read: day('last'), example: '2027-05-28' },
    { header: '约定同步', key: 'joint', required: false, read: yesNo(), options: ['是', '否'], example: '是' },
    { header: '约定人', key: 'agreedBy', required: false, read: text(60), example: '市委巡察办 龚平' },
    { header: '巡察说明', key: 'note', required: false, read: text(200), example: '' },
    { header: '反馈日期', key: 'feedbackOn', required: false, read: day('first'), example: '' },
    { header: '发现问题数', key: 'issues', required: false, read: whole({ least: 0, most: 10_000 }), example: '' },
  ],
  row: PatrolRow,
}

export const FundRow = z.object({ unit: z.string(), year: z.number().int(), amount: Fen, source: z.string() })
export type FundRow = z.infer<typeof FundRow>
export const fundsSheet: Sheet<FundRow> = {
  what: 'unitFunds',
  title: words.sheet.unitFunds,
  columns: [
    { header: '单位编号', key: 'unit', required: true, read: code(40), example: 'C013' },
    { header: '年度', key: 'year', required: true, read: year(), example: '2026' },
    { header: '资金规模（万元）', key: 'amount', required: true, read: money('wanYuan'), example: '12600.00' },
    { header: '资料来源', key: 'source', required: true, read: text(200), example: '2026 年部门预算' },
  ],
  row: FundRow,
}

const kinds = byLabel(AuditKind.options, words.auditKind)
export const EntrustRow = z.object({
  number: z.string(),
  official: z.string(),
  kind: AuditKind,
  by: z.string(),
  entrustedOn: Day,
  latestYear: z.number().int(),
  note: z.string().nullable(),
})
export type EntrustRow = z.infer<typeof EntrustRow>
export const entrustSheet: Sheet<EntrustRow> = {
  what: 'entrustments',
  title: words.sheet.entrustments,
  columns: [
    { header: '委托文号', key: 'number', required: true, read: text(60), example: '澜组函〔2026〕88号' },
    { header: '官员编号', key: 'official', required: true, read: code(40), example: 'LJ0001' },
    { header: '审计类型', key: 'kind', required: true, read: oneOf(kinds), options: Object.keys(kinds), example: '离任' },
    { header: '委托机关', key: 'by', required: true, read: text(60), example: '中共澜江市委组织部' },
    { header: '委托日期', key: 'entrustedOn', required: true, read: day('first'), example: '2026-11-02' },
    { header: '最迟年度', key: 'latestYear', required: true, read: year(), example: '2027' },
    { header: '委托说明', key: 'note', required: false, read: text(200), example: '' },
  ],
  row: EntrustRow,
}

/** The header of the cell that a key is read from. */
export const headerOf = (sheet: { columns: readonly Column[] }, key: string): string =>
  sheet.columns.find((column) => column.key === key)?.header ?? key
