import { day } from '../../kernel/day.ts'
import type { Project, ProjectSubject } from './model.ts'

/** One audit of the fictional city. */
export const aProject = (over: Partial<Project> = {}): Project => ({
  id: '00000000-0000-7000-8000-000000000501',
  number: '2025-U012-LJ0001-R',
  title: '澜江市交通运输局局长周明远任中经济责任审计',
  kind: 'inOffice',
  unit: '00000000-0000-7000-8000-000000000012',
  auditedBy: '澜江市审计局',
  year: 2025,
  periodFrom: day('2022-07-01'),
  periodTo: day('2024-12-31'),
  startedOn: day('2025-03-03'),
  reportedOn: day('2025-08-20'),
  heldWhen: null,
  reportNumber: '澜审经责报〔2025〕14号',
  conclusion: null,
  reportFile: '澜审经责报〔2025〕14号.txt',
  document: null,
  jurisdiction: '990100',
  version: 1,
  planItem: null,
  state: 'archived',
  track: 'standard',
  openedOn: null,
  endedOn: null,
  jointMode: null,
  jointRef: null,
  retention: null,
  ...over,
})

export const aSubject = (over: Partial<ProjectSubject> = {}): ProjectSubject => ({
  id: '00000000-0000-7000-8000-000000000502',
  project: '00000000-0000-7000-8000-000000000501',
  official: '00000000-0000-7000-8000-000000000001',
  tenure: null,
  post: '局长',
  conclusion: '履行经济责任情况较好',
  mainProblems: '养护项目化整为零规避公开招标',
  note: null,
  ...over,
})

const csv = (lines: readonly string[]) => `${lines.join('\n')}\n`

/** The registers of a very small city, as the workbooks a clerk would bring. */
export const townUnits = csv([
  '编号,单位全称,简称,类别,级别,上级编号,区划代码,曾用名',
  'U012,澜江市交通运输局,市交通局,党政部门,正县处级,,990100,澜江市交通局@2001-06-01~2010-03-31',
  'U013,澜江市水务局,水务局,党政部门,正县处级,,990100,',
  'U021,青川县水务局,水务局,党政部门,正乡科级,,990123,',
])
export const townOfficials = csv([
  '编号,姓名,性别,出生年月,曾用名',
  'LJ0001,周明远,男,1974-05,',
  'LJ0002,何晓芸,女,1979-11,',
  'LJ0003,孙博,男,1981-02,',
])
export const townTenures = csv([
  '官员编号,单位编号,职务,主要负责人,任职起,任职止,对象类别,依据文号',
  'LJ0001,U013,局长,是,2018-03-01,2022-06-30,B,',
  'LJ0001,U012,局长,是,2022-07-01,,A,',
  'LJ0002,U012,副局长,否,2021-01-01,,,',
  'LJ0003,U021,局长,是,2020-01-01,,C,',
])

/** The yearly workbook: two officials audited together, one audit known by its months, one by its year. */
export const townAudits = csv([
  '年度,姓名,官员编号,职务,被审计单位,审计单位,审计时间,审计类型,审计结论,主要问题,备注,报告文件',
  '2025,周明远,LJ0001,局长,市交通局,澜江市审计局,2025-03-03至2025-08-20,任中,履行经济责任情况较好,养护项目化整为零规避公开招标,,澜审经责报〔2025〕14号.txt',
  '2025,何晓芸,LJ0002,副局长,U012,澜江市审计局,2025-03-03至2025-08-20,任中,,,,澜审经责报〔2025〕14号.txt',
  '2022,周明远,LJ0001,局长,澜江市水务局,澜江市审计局,2022年4月至6月,离任,,,,',
  '2016,周明远,LJ0001,科长,澜江市水务局,澜江市审计局,,任中,,,,',
])
