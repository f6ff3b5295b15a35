/** One running project of the city: whose, how far it has come, and what is particular about it. */
export type CaseScript = {
  /** Number of the official; null: the next head of a unit of that category who has none yet. */
  official: string | null
  category: 'department' | 'stateFirm'
  until: string
  track?: 'simplified'
  jointRef?: string
  /** Whether a decision was needed, and whether something was handed on. */
  decision?: true
  transfer?: true
  /** Problems it found, if not the usual two. */
  problems?: number
  /** Days ago of the opening. */
  since: number
}

/** The city's running projects, one in each telling state. */
export const caseScripts: readonly CaseScript[] = [
  { official: null, category: 'stateFirm', until: 'tell', since: 4 },
  { official: null, category: 'department', until: 'team', since: 12 },
  { official: null, category: 'department', until: 'serve.notice', since: 20 },
  { official: null, category: 'department', until: 'begin', since: 60, jointRef: '市委巡察第五轮' },
  { official: null, category: 'department', until: 'begin', since: 45, track: 'simplified' },
  { official: 'LJ0001', category: 'department', until: 'serve.draft', since: 120 },
  { official: null, category: 'department', until: 'adopt', since: 150 },
  { official: null, category: 'department', until: 'adjudicate', since: 160 },
  { official: null, category: 'department', until: 'serve.decision', since: 190, decision: true, transfer: true },
  { official: null, category: 'department', until: 'consultEnd', since: 70 },
  { official: null, category: 'department', until: 'approveEnd', since: 90 },
  { official: null, category: 'department', until: 'archive', since: 260, decision: true, problems: 4 },
]

/** What the hands write, in the order of the procedure. `at` is the share of the time since the opening that has passed. */
export const texts = {
  auditedBy: '澜江市审计局',
  declaration: '审计组成员均已签署回避声明，经审查无应回避情形',
  tell: '已告知列入年度审计项目计划',
  notice: '经局长签发，抄送纪检监察机关、组织部门',
  plan: '局长办公会审议同意审计实施方案',
  enter: '召开进点会，公示审计事项，收取承诺书和述责报告',
  begin: '按四张清单分工取证',
  hear: '听取班子成员、联席会议成员单位意见',
  report: '审计组报告已经集体讨论',
  sendDraft: '以审计机关名义书面征求被审计领导干部和所在单位意见',
  adopt: '征求意见期满，未提出异议，维持原稿',
  review: '事实清楚，责任界定依据充分',
  adjudicate: '定性准确，适用法规正确',
  minutes: '审定审计报告、审计结果报告，同意出具',
  conclusion: '任职期间较好地履行了经济责任',
  brief: '向被审计领导干部及所在单位反馈审计结果',
  archive: '四类文件材料齐全，按规定归档',
  objection: '对报告中有关决策责任的认定有异议，请求复查',
  remedy: '对决定的处理期限有异议，提请裁决',
  government: '澜江市人民政府',
  endReason: '被审计领导干部正在接受监察调查，不宜继续审计',
  consulted: { body: '市纪委监委', answer: '同意终止审计' },
  decisionRef: '澜审委〔2026〕6号',
  chair: '魏正平',
  signer: { official: '本人签收', unit: '办公室 何整' },
  votes: [
    { name: '魏正平', vote: 'for', dissent: '' },
    { name: '程曦', vote: 'for', dissent: '' },
    { name: '顾云', vote: 'against', dissent: '建议再补一份会议记录作为证据' },
  ],
} as const
