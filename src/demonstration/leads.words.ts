import type { Assessor, ManagedBy, Nature, OrganKind, StepName } from '../audit/leads/model.ts'

/** Whom the city's leads are sent to; `place` is the code of its place, `seat` whether it works in this house. */
export const demoOrgans: readonly { key: string; name: string; kind: OrganKind; place: string; seat: boolean }[] = [
  { key: 'city', name: '澜江市纪委监委', kind: 'discipline', place: '990100', seat: true },
  { key: 'county', name: '青川县纪委监委', kind: 'discipline', place: '990121', seat: true },
  { key: 'province', name: '云泽省纪委监委', kind: 'discipline', place: '990000', seat: false },
  { key: 'organisation', name: '中共澜江市委组织部', kind: 'organisation', place: '990100', seat: true },
  { key: 'finance', name: '澜江市财政局', kind: 'finance', place: '990100', seat: true },
  { key: 'assets', name: '澜江市国资委', kind: 'stateAssets', place: '990100', seat: true },
  { key: 'police', name: '澜江市公安局', kind: 'publicSecurity', place: '990100', seat: false },
  { key: 'tax', name: '国家税务总局澜江市税务局', kind: 'tax', place: '990100', seat: false },
  { key: 'industry', name: '澜江市住房和城乡建设局', kind: 'industry', place: '990100', seat: false },
]

/**
 * One lead of the city: of which classes the finding with direct responsibility is that it rests on (null: a matter of a
 * county unit), where it goes, how far it has come, and how many days ago it began. `hero`: one of his own findings;
 * `filed`: one with files of evidence, which are handed over with it.
 */
export type LeadScript = {
  /** Only where it rests on no finding. */
  title?: string
  nature: Nature
  managedBy: ManagedBy
  finding: { hero: boolean; classes: readonly string[]; filed?: true } | null
  persons: string
  to: string
  overseer?: string
  copy?: string
  reason?: string
  major?: true
  until: StepName | 'draft' | 'route'
  asked: readonly Assessor[]
  since: number
  outcome?: { kind: string; sanction?: string; amountFen?: number; personal?: true }
  /** Returned once before it went on. */
  returned?: true
  /** Answers come by sealed file. */
  sealed?: true
}

const plain = { nature: 'duty', managedBy: 'city', to: 'city', asked: ['discipline'] } as const
const other = (...classes: readonly string[]) => ({ hero: false, classes })

/** Leads of every state, of every way of routing, late and in time, with outcomes that weigh and that have ended. */
export const leadScripts: readonly LeadScript[] = [
  { ...plain, finding: other('F05'), persons: '原财务科负责人', until: 'route', since: 2 },
  {
    ...plain,
    finding: other('F07'),
    persons: '',
    until: 'convene',
    asked: ['discipline', 'patrol'],
    since: 9,
  },
  { ...plain, finding: other('F07'), persons: '', until: 'assess', since: 16 },
  {
    ...{ ...plain, finding: other('F06'), persons: '', major: true, until: 'reportUp', since: 20 },
    asked: ['discipline', 'stateAssets'],
  },
  { ...plain, finding: other('F05'), persons: '出纳人员', until: 'approve', since: 24 },
  { ...plain, finding: other('F05', 'F03'), persons: '', until: 'send', since: 160 },
  {
    ...{ ...plain, nature: 'fiscal', to: 'finance', copy: 'city', finding: other('F03', 'F04'), persons: '' },
    ...{ until: 'receive', asked: ['finance'], since: 40 },
  },
  { ...plain, finding: { ...other('F05', 'F06', 'F02'), filed: true }, persons: '', until: 'accept', since: 60 },
  { ...plain, finding: other('F07'), persons: '', until: 'turnBack', since: 70 },
  {
    ...{
      ...plain,
      title: '涉农补贴资金被截留',
      managedBy: 'county',
      finding: null,
      persons: '有关乡镇经办人员',
      to: 'county',
      overseer: 'city',
    },
    ...{ until: 'begin', asked: ['discipline', 'patrol'], since: 120 },
  },
  {
    ...{
      ...plain,
      nature: 'stateAssets',
      to: 'assets',
      copy: 'city',
      finding: other('F06', 'F08'),
      persons: '财务负责人',
    },
    ...{ until: 'record', asked: ['stateAssets'], since: 150, outcome: { kind: 'recovered', amountFen: 126_000_000 } },
  },
  {
    ...{
      ...plain,
      nature: 'crime',
      to: 'police',
      copy: 'city',
      finding: other('F05', 'F07'),
      persons: '供应商负责人',
    },
    ...{ until: 'feedBack', since: 200, sealed: true, outcome: { kind: 'judicial' } },
  },
  {
    ...{ ...plain, nature: 'personnel', to: 'organisation', finding: other('F10', 'F02'), persons: '' },
    ...{ until: 'close', asked: ['organisation'], since: 690, outcome: { kind: 'admonish', sanction: 'admonishment' } },
  },
  {
    ...{
      ...plain,
      nature: 'tax',
      managedBy: 'none',
      to: 'tax',
      copy: 'city',
      finding: other('F04'),
      persons: '',
    },
    ...{ until: 'close', since: 300, outcome: { kind: 'noFault' } },
  },
  {
    ...{ ...plain, finding: { hero: true, classes: ['F07'] }, persons: '周明远', until: 'close', since: 330 },
    ...{ returned: true, outcome: { kind: 'sanction', sanction: 'warning', personal: true } },
  },
  { ...plain, finding: { hero: true, classes: ['F02', 'F05'] }, persons: '周明远', until: 'begin', since: 45 },
]

export const leadTexts = {
  qualification: '上述行为违反国家财经法规，相关人员涉嫌违反职务要求。',
  opinion: '请依纪依法调查处理，追缴涉及资金，并追究有关人员责任。',
  feedbackAsk: '请将受理、调查和处理结果书面告知。',
  evidence: '取证单及所附凭证复印件',
  origin: '审计取证',
  facts: '2024年至2025年，有关经办人员在发放涉农补贴时虚列户数，截留资金用于单位支出，至审计时未归还。',
  basis: '《中华人民共和国监察法》第三十七条、《中华人民共和国审计法》第四十五条',
  unit: '青川县农业农村局',
  letter: '澜审移',
  answer: '澜纪函',
  policeOfficer: '雷警官',
  conclusion: '各单位一致认为事实清楚、证据充分，同意移送。',
  step: {
    convene: '提请联席会议成员单位研判是否移送。',
    opine: '事实清楚，同意移送。',
    reportUp: '重大线索，报审计委员会审定。',
    approve: '同意移送。',
    send: '请依法处理并书面反馈。',
    receive: '已收到移送处理书和证据清单。',
    accept: '属于本机关职责范围，予以受理。',
    turnBack: '资金流向证据不足，请补充银行流水后再移送。',
    resubmit: '已补充银行流水，再次移送。',
    begin: '已成立核查组，开展初步核实。',
    record: '经调查，依规作出处理。',
    feedBack: '现将处理结果书面反馈。',
    close: '处理结果已落实，予以办结。',
  },
} as const
