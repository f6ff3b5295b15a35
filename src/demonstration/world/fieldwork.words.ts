/** The running audit of the fictional city: what its team has done so far. */
export const runningAudit = {
  number: '2026-JT-ZS01',
  title: '澜江市交通运输局局长周明远任中经济责任审计（2026年）',
  unit: '澜江市交通运输局',
  post: '局长',
  auditedBy: '澜江市审计局',
} as const

export const runningPlan = {
  aim: '摸清任职期间重大决策、资金管理和工程建设情况，界定经济责任，客观评价。',
  scope: '2023年1月至2025年12月，重大事项可以追溯和延伸。',
  matters: '养护资金分配与使用；重点工程立项、招标与合同；预算执行；所属单位监管。',
  steps: '审阅会议记录和合同，采集支付与里程数据比对，现场踏勘，谈话核实。',
  division: '沈一凡负责总体和工程建设；陆川负责资金和数据；张敏负责资料和文书。',
  schedule: '10月12日进点；11月底前完成取证；12月中旬形成审计组报告。',
} as const
export const runningSurvey = {
  unitNature: '市政府组成部门，行政单位，一级预算单位。',
  staffing: '行政编制46名，实有43人。',
  structure: '内设科室9个，所属事业单位3个（市公路中心、市交通建设中心、市运输服务中心）。',
  financeSystem: '国库集中支付，下属单位独立核算。',
  controls: '有内部控制手册，养护资金分配办法2021年后未修订。',
  systems: '预算管理一体化系统、公路养护管理系统。',
  pastAudits: '2025年任中审计提出养护项目化整为零等问题。',
  focus: '养护资金分配依据不足；工程合同变更。',
} as const

export const runningRequests = [
  { name: '2024年局长办公会会议记录', state: 'accepted', text: '会议记录共24次，已装订。', file: '局长办公会会议记录2024.txt' },
  {
    name: '2023年至2025年养护资金分配方案',
    state: 'returned',
    text: '已提供2023年、2024年方案。',
    file: '养护资金分配方案.txt',
    reason: '缺少2025年方案和测算表',
  },
  { name: '城南客运站改造项目合同台账', state: 'answered', text: '合同台账见附件，原件另送。', file: '合同台账.txt' },
  { name: '三公经费支出明细', state: 'open', text: '', file: '' },
] as const

export const runningEvidence = [
  {
    title: '养护资金分配方案与里程台账不符',
    summary: '2024年方案按上年基数分配，未按办法规定的里程和等级计算，三条路段多分配86万元。',
    kind: 'document',
    on: '2024-03-18',
    provider: '市公路中心',
    file: '养护资金分配对照表.txt',
    sign: 'countersigned',
    by: '赵立',
    refusal: null,
  },
  {
    title: '分配方案会前未经核实里程',
    summary: '会议记录载明一名副局长提出先核实里程，未被采纳，未说明理由。',
    kind: 'document',
    on: '2024-03-18',
    provider: '市交通运输局办公室',
    file: '会议记录摘录.txt',
    sign: 'refused',
    by: null,
    refusal: '提供人认为摘录不完整，拒绝签字；已另附会议记录全文复印件',
  },
  {
    title: '城南客运站改造项目招标程序',
    summary: '公开招标，公告、开标、评标和合同签订手续齐全。',
    kind: 'document',
    on: '2023-09-14',
    provider: '市交通建设中心',
    file: '招标资料.txt',
    sign: 'pending',
    by: null,
    refusal: null,
  },
] as const

export const runningPapers = [
  {
    number: 'DG-001',
    matter: '养护资金分配',
    process: '审阅分配方案、会议记录，采集里程台账重新计算。',
    facts: '2024年分配方案未按里程和等级计算，三条路段多分配86万元。',
    conclusion: '分配依据不足，应当按办法重新测算。',
    state: 'reviewed',
    edited: true,
    evidence: [0, 1],
  },
  {
    number: 'DG-002',
    matter: '城南客运站改造项目招标',
    process: '审阅招标资料，询问经办人。',
    facts: '公开招标程序齐全。',
    conclusion: '未发现问题。',
    state: 'submitted',
    edited: false,
    evidence: [2],
  },
] as const
export const runningNote = { text: '请补充评标专家抽取记录，并核对中标价与合同价。', answer: null } as const

export const runningTalk = {
  location: '市交通运输局三楼会议室',
  person: '赵立',
  post: '市公路中心主任',
  topic: '养护资金分配依据',
  lines: [
    { question: '2024年养护资金是怎样分配的？', answer: '按上年基数增减，没有逐条计算里程。' },
    { question: '分配办法规定按里程和等级计算，为什么没有执行？', answer: '里程台账当时没有更新，会上定了先按基数分。' },
  ],
} as const

export const runningTasks = [
  { title: '通读会议记录', account: 'clerk', state: 'done', days: 5, due: '2026-10-30' },
  { title: '养护资金数据比对', account: 'auditor', state: 'checking', days: 8, due: '2026-11-13' },
  { title: '客运站工程现场踏勘', account: 'lead', state: 'running', days: 3, due: '2026-11-28' },
  { title: '预算调整手续核查', account: 'auditor', state: 'planned', days: 4, due: '2026-12-04' },
] as const
export const runningOpinion = '同意。工程建设延伸至所属单位。'
export const runningMeeting = '局长办公会纪要〔2026〕31号'
export const runningSiteNote = '已完成，记录见审计组文件夹'
/** What stands behind a finding of any other running audit. */
export const caseEvidence = {
  provider: '财务科',
  signer: '财务科负责人',
  file: '取证材料.txt',
  grades: ['直接责任', '领导责任'],
} as const
export const libraryEvidence = {
  title: '上次审计报告载明的问题',
  summary: '上次任中审计报告对本问题的认定及整改要求。',
  provider: '澜江市审计局',
} as const
