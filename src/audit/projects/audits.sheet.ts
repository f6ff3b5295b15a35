import { z } from 'zod'
import { Day } from '../../kernel/day.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Read, Sheet } from '../../office/intake/model.ts'
import { code, day, halfWidth, oneOf, text, trimmed, year } from '../../office/intake/rules/cells.ts'
import { type Project, ProjectKind, type ProjectSubject } from './model.ts'
import { whyNotOfficialNumber } from './rules.ts'
import { words } from './words.ts'

/** When an audit was carried out: exact days where given; where only months are, their first and last, and the words as written. */
export const AuditTime = z.object({ startedOn: Day.nullable(), reportedOn: Day.nullable(), heldWhen: z.string().nullable() })
export type AuditTime = z.infer<typeof AuditTime>

/** One row of the yearly workbook of economic-responsibility audits; unit and official still as written. */
export const AuditRow = z.object({
  year: z.number().int(),
  name: z.string(),
  official: z.string(),
  post: z.string(),
  unit: z.string(),
  auditedBy: z.string(),
  time: AuditTime.nullable(),
  kind: ProjectKind,
  conclusion: z.string().nullable(),
  mainProblems: z.string().nullable(),
  note: z.string().nullable(),
  reportFile: z.string().nullable(),
})
export type AuditRow = z.infer<typeof AuditRow>

/** The official's number in our register; an identity-card number is refused before it goes anywhere. */
export function readOfficialNumber(given: string): Read<string | null> {
  const refusal = whyNotOfficialNumber(halfWidth(given))
  return refusal ? { refusal } : code()(given)
}

const spanMarks = /\s*(?:至|到|~|～|--|—+|–|－)\s*/
const dashBetweenPoints = /^(\d{4}[./]\d{1,2}(?:[./]\d{1,2})?)-(\d{4}[./]\d{1,2}(?:[./]\d{1,2})?)$/
/** 2024年3月至5月: the second part borrows the first part's year. */
const withYear = (part: string, first: string) => (/^\d{1,2}月/.test(part) ? `${first.slice(0, 4)}年${part}` : part)
const exactDay = /^\d{4}\D\d{1,2}\D\d{1,2}|^\d{8}$|^\d{5}$/

function readSpan(from: string, to: string, written: string): Read<AuditTime> {
  const start = day('first')(from)
  const end = day('last')(withYear(to, from))
  const wrong = { refusal: refuse('auditTimeUnreadable', { given: written }) }
  if ('refusal' in start || 'refusal' in end || start.value === null || end.value === null) return wrong
  if (end.value < start.value) return { refusal: refuse('auditTimeBackward') }
  const exact = exactDay.test(from) && exactDay.test(to)
  return { value: { startedOn: start.value, reportedOn: end.value, heldWhen: exact ? null : written } }
}

/** 2024-03-01 · 2024年3月 · 2024-03-01至2024-05-30 · 2024.03-2024.05 · 2024年3月至5月 */
export function readAuditTime(given: string): Read<AuditTime | null> {
  const written = trimmed(given)
  const plain = halfWidth(given).replaceAll(' ', '')
  if (plain === '') return { value: null }
  const [from = '', to, more] = dashBetweenPoints.test(plain) ? plain.split('-') : plain.split(spanMarks)
  if (more !== undefined) return { refusal: refuse('auditTimeUnreadable', { given: written }) }
  if (to !== undefined) return readSpan(from, to, written)
  const start = day('first')(from)
  if ('refusal' in start || start.value === null) return { refusal: refuse('auditTimeUnreadable', { given: written }) }
  return { value: { startedOn: start.value, reportedOn: null, heldWhen: exactDay.test(from) ? null : written } }
}

const kinds = { 任中: 'inOffice', 离任: 'departure' } as const
const kindsAlso = {
  任中审计: 'inOffice',
  任中经济责任审计: 'inOffice',
  任期中审计: 'inOffice',
  离任审计: 'departure',
  离任经济责任审计: 'departure',
} as const

/** The 12 columns of 年度经济责任审计. */
export const auditsSheet: Sheet<AuditRow> = {
  what: 'audits',
  title: words.title.audits,
  columns: [
    { header: '年度', key: 'year', required: true, read: year(), example: '2024' },
    { header: '姓名', key: 'name', required: true, read: text(40), example: '周明远' },
    { header: '官员编号', key: 'official', required: true, read: readOfficialNumber, example: 'LJ0001' },
    { header: '职务', key: 'post', required: true, read: text(120), example: '局长' },
    { header: '被审计单位', key: 'unit', required: true, read: text(120), example: '澜江市交通运输局' },
    { header: '审计单位', key: 'auditedBy', required: true, read: text(120), example: '澜江市审计局' },
    { header: '审计时间', key: 'time', required: false, read: readAuditTime, example: '2024-03-01至2024-05-30' },
    {
      header: '审计类型',
      key: 'kind',
      required: true,
      read: oneOf<ProjectKind>(kinds, kindsAlso),
      options: Object.keys(kinds),
      example: '任中',
    },
    { header: '审计结论', key: 'conclusion', required: false, read: text(2000), example: '履行经济责任情况较好' },
    { header: '主要问题', key: 'mainProblems', required: false, read: text(4000), example: '养护项目化整为零规避招标' },
    { header: '备注', key: 'note', required: false, read: text(1000), example: '' },
    { header: '报告文件', key: 'reportFile', required: false, read: text(255), example: '澜审经责报〔2024〕14号.docx' },
  ],
  row: AuditRow,
}

const timeText = (project: Pick<Project, 'startedOn' | 'reportedOn' | 'heldWhen'>) =>
  project.heldWhen ?? [project.startedOn, project.reportedOn].filter((each) => each !== null).join('至')
const kindText = { inOffice: '任中', departure: '离任' } as const

/** The row that reads back as this audit of this official. */
export const auditCells = (row: { project: Project; subject: ProjectSubject; name: string; official: string; unit: string }): string[] => [
  String(row.project.year),
  row.name,
  row.official,
  row.subject.post,
  row.unit,
  row.project.auditedBy,
  timeText(row.project),
  kindText[row.project.kind],
  row.subject.conclusion ?? '',
  row.subject.mainProblems ?? '',
  row.subject.note ?? '',
  row.project.reportFile ?? '',
]

/** The header under which a workbook shows one of its columns. */
export const headerOf = (sheet: { columns: readonly { key: string; header: string }[] }, key: string): string =>
  sheet.columns.find((column) => column.key === key)?.header ?? key
