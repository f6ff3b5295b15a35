import { absencesSheet, auditorsSheet, entrustSheet, fundsSheet, patrolSheet } from '../../audit/planning/force.sheet.ts'
import type { World } from './world.ts'

const headers = (sheet: { columns: readonly { header: string }[] }) => sheet.columns.map(({ header }) => header)

const teams = [
  { code: 'T1', name: '第一审计组', district: '990100', skills: ['综合', '财政财务', '工程投资', '数据'] },
  { code: 'T2', name: '第二审计组', district: '990100', skills: ['综合', '企业', '财政财务', '综合'] },
  { code: 'T3', name: '第三审计组', district: '990100', skills: ['综合', '资源环境', '工程投资', '综合'] },
  { code: 'T4', name: '第四审计组', district: '990121', skills: ['综合', '企业', '工程投资', '财政财务'] },
] as const
const auditors = [
  '陆川',
  '沈一凡',
  '韩素',
  '林一川',
  '田禾',
  '顾清越',
  '方可',
  '段晓',
  '温言',
  '岑风',
  '裴然',
  '祁越',
  '柏舟',
  '蓝田',
  '闻笛',
  '施展',
]

/** Four teams of four; two of them have logins. */
export const auditorsBook = (): string[][] => [
  headers(auditorsSheet),
  ...auditors.map((name, at) => {
    const team = teams[Math.floor(at / 4)] ?? teams[0]
    const account = { 陆川: 'auditor', 沈一凡: 'lead' }[name] ?? ''
    return [
      `SJ${String(at + 1).padStart(3, '0')}`,
      name,
      team.code,
      team.name,
      team.district,
      `综合；${team.skills[at % 4] ?? '综合'}`,
      account,
      '2020-01-01',
      '',
    ]
  }),
]

/** Statutory jobs in every first quarter, leave, one secondment and a training, for this year and the next two. */
export const absencesBook = (year: number): string[][] => [
  headers(absencesSheet),
  ...[year, year + 1, year + 2].flatMap((each) => [
    ...['SJ001', 'SJ002', 'SJ005', 'SJ006', 'SJ009', 'SJ013'].map((number) => [
      number,
      '法定审计任务',
      `${each}-01-01`,
      `${each}-03-31`,
      '70',
      '本级预算执行和决算草案审计',
    ]),
    ['SJ003', '休假', `${each}-08-01`, `${each}-08-21`, '100', '年休假'],
    ['SJ010', '培训', `${each}-05-11`, `${each}-05-22`, '100', '审计业务培训'],
  ]),
  ['SJ007', '借调', `${year + 1}-01-01`, `${year + 1}-06-30`, '100', '借调市委巡察组'],
]

const visits = [
  ['市委巡察第三轮', '澜江市民政局', -1, '03-03', '05-30', '否', 7],
  ['市委巡察第三轮', '澜江市交通运输局', -1, '03-03', '05-30', '否', 12],
  ['市委巡察第四轮', '澜江市教育局', 0, '03-02', '05-29', '是'],
  ['市委巡察第四轮', '澜江市第一人民医院', 0, '03-02', '05-29', '否'],
  ['市委巡察第五轮', '澜江市城市建设投资集团有限公司', 1, '04-06', '06-25', '是'],
  ['市委巡察第五轮', '澜江市卫生健康委员会', 1, '04-06', '06-25', '是'],
  ['市委巡察第五轮', '澜江市住房和城乡建设局', 1, '09-01', '11-26', '否'],
  ['市委巡察第六轮', '澜江市财政局', 2, '03-05', '05-31', '是'],
] as const

export const patrolBook = (world: World, year: number): string[][] => [
  headers(patrolSheet),
  ...visits.flatMap(([round, name, after, from, to, joint, issues]) => {
    const unit = world.units.find((each) => each.name === name)
    const found = issues === undefined ? ['', ''] : [`${year + after}-07-20`, String(issues)]
    const agreed = joint === '是' ? '市委巡察办 龚平' : ''
    return unit ? [[round, unit.number, `${year + after}-${from}`, `${year + after}-${to}`, joint, agreed, '', ...found]] : []
  }),
]

/** What units of each kind have at their disposal in a year, in 万元. */
const fundsByKind: Readonly<Record<string, number>> = {
  stateFirm: 86_000,
  government: 62_000,
  department: 9_600,
  institution: 15_400,
  party: 2_800,
}

/** Funds of the city's own units and of its districts, by last year's accounts. */
export const fundsBook = (world: World, year: number): string[][] => [
  headers(fundsSheet),
  ...world.units
    .filter(({ category }) => fundsByKind[category] !== undefined)
    .map((unit, at) => {
      const amount = (fundsByKind[unit.category] ?? 0) * (0.4 + (at % 7) * 0.2)
      return [unit.number, String(year - 1), `${Math.round(amount)}.00`, `${year - 1} 年度部门决算`]
    }),
]

/** Three heads whom the organisation department entrusts: two for next year, one for this. */
export const entrustBook = (world: World, year: number): string[][] => {
  const heads = world.tenures.filter(
    (each) =>
      each.headship === 'head' && each.endsOn === null && each.unit.jurisdiction === '990100' && ['A', 'B'].includes(each.class ?? ''),
  )
  const chosen = ['澜江市人力资源和社会保障局', '澜江市商务局', '澜江市民政局'].flatMap(
    (name) => heads.find(({ unit }) => unit.name === name) ?? [],
  )
  return [
    headers(entrustSheet),
    ...chosen.map((tenure, at) => [
      `澜组函〔${year}〕${61 + at}号`,
      tenure.person.number,
      at === 0 ? '离任' : '任中',
      '中共澜江市委组织部',
      `${year}-10-12`,
      String(year + 1),
      '',
    ]),
  ]
}

/** What the course of the two plans is told with. */
export const told = {
  consult: '按联席会议议事规则征求成员单位意见',
  table: '意见已逐项处理，提交联席会议审议',
  agree: '联席会议审议通过，报请市委审计委员会审批',
  approve: '市委审计委员会会议审议批准',
  decision: (year: number) => `澜审委〔${year - 1}〕11号`,
  objection: '该单位正在进行机构改革，建议下半年进点',
  suggestion: '建议与巡察同步进点，减少重复进点',
  adopted: '采纳，已安排在下半年',
  note: '提交联席会议讨论稿',
  pin: '与省厅专项审计统筹',
} as const
