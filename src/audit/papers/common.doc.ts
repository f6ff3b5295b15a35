import { line, long, onDay, rows } from '../../office/documents/rules/fields.ts'
import type { LayoutPart } from '../../office/documents/rules/type.ts'

/**
 * Fields that mean the same in every audit document. A room that owns the facts fills them by these keys, so that
 * nothing is typed twice.
 */
export const common = {
  official: line('被审计领导干部', 'Audited official'),
  post: line('职务', 'Post'),
  unit: line('被审计单位', 'Audited unit'),
  period: line('审计期间', 'Period audited'),
  auditKind: line('审计类型', 'Kind of audit'),
  leader: line('审计组组长', 'Team leader'),
  deputies: line('审计组副组长', 'Deputy leaders'),
  members: line('审计组成员', 'Team members'),
  entryOn: onDay('进点日期', 'Entry on'),
  hotline: line('监督举报电话', 'Hotline'),
  contact: line('联系人及电话', 'Contact'),
  basis: long('审计依据', 'Basis'),
  conduct: long('审计实施情况', 'How the audit was carried out'),
  background: long('单位及任职情况', 'The unit and the post'),
  performance: long('履职主要情况', 'Performance of duty'),
  corrected: long('审计期间整改情况', 'Put right during the audit'),
  evaluation: long('审计评价', 'Evaluation'),
  advice: long('审计建议', 'Advice'),
  findings: rows('审计发现问题', 'Findings', {
    title: line('问题标题', 'Title'),
    facts: long('事实', 'Facts'),
    money: line('涉及金额', 'Money').optional(),
    qualification: long('定性', 'Qualification').optional(),
    responsibility: line('责任类型', 'Responsibility').optional(),
    tolerance: long('容错认定', 'Tolerance').optional(),
    basis: long('定性依据', 'Basis'),
    handling: long('处理意见', 'Handling').optional(),
  }),
} as const

/** One finding after another and what was put right meanwhile, as the team's report, the draft and the report set them. */
export const findingParts = [
  {
    part: 'each',
    field: 'findings',
    parts: [
      { part: 'heading', level: 2, text: '（{汉字序号}）{问题标题}' },
      { part: 'long', field: 'facts' },
      { part: 'when', field: 'money', parts: [{ part: 'text', text: '涉及金额：{涉及金额}。' }] },
      { part: 'long', field: 'qualification' },
      { part: 'when', field: 'basis', parts: [{ part: 'text', text: '定性依据：{定性依据}。' }] },
      { part: 'when', field: 'responsibility', parts: [{ part: 'text', text: '责任界定：{责任类型}。' }] },
      { part: 'long', field: 'tolerance' },
      { part: 'when', field: 'handling', parts: [{ part: 'text', text: '处理意见：{处理意见}' }] },
    ],
  },
  {
    part: 'when',
    field: 'corrected',
    parts: [
      { part: 'text', text: '对上述问题，审计期间已经整改的情况：' },
      { part: 'long', field: 'corrected' },
    ],
  },
] as const satisfies readonly LayoutPart[]

/** What a report of one audit of the fictional city holds, for the samples. */
export const someReport = {
  official: '周明远',
  post: '澜江市交通运输局局长',
  unit: '澜江市交通运输局',
  period: '2021年3月至2025年12月',
  basis:
    '根据《中华人民共和国审计法》、《党政主要领导干部和国有企事业单位主要领导人员经济责任审计规定》和2026年度审计项目计划，派出审计组，对周明远同志任澜江市交通运输局局长期间的经济责任履行情况进行了审计。',
  conduct:
    '审计组于2026年3月16日进点，重点审计了局机关及2个下属单位，延伸审计了有关企业。周明远同志和市交通运输局对所提供资料的真实性、完整性作出了书面承诺。',
  background:
    '澜江市交通运输局是市政府工作部门，内设科室14个，下属事业单位6个。\n周明远同志自2021年3月起任局长，主持局全面工作，分管财务、审计工作。',
  performance:
    '2021年至2025年，全市完成交通固定资产投资86.30亿元，农村公路改造412公里，超额完成目标任务。\n任职期间制定重大事项决策、合同管理等制度9项。',
  findings: [
    {
      title: '养护工程化整为零规避公开招标',
      facts: '2023年至2024年，局机关将同一路段养护工程拆分为3个项目，分别与2家单位签订合同，涉及金额862.40万元。',
      qualification: '上述做法属于化整为零规避招标。',
      responsibility: '周明远同志负直接责任',
      basis: '《中华人民共和国招标投标法》第四条',
      handling: '责令完善招标管理制度，追究有关人员责任。',
    },
    {
      title: '专项资金结转两年以上未盘活',
      facts:
        '截至2025年底，公路养护、渡口改造等专项资金1,306.00万元结转两年以上未使用。\n其中公路养护专项资金980.00万元，渡口改造资金326.00万元。',
      qualification: '上述做法不符合盘活存量资金的规定。',
      responsibility: '周明远同志负领导责任',
      basis: '《中华人民共和国预算法》第四十二条',
      handling: '责令将结转资金1,306.00万元收回市财政统筹使用。',
    },
  ],
  corrected: '审计期间，市交通运输局已上缴结转资金1,100.00万元，修订招标采购管理办法。',
  evaluation: '审计结果表明，周明远同志任职期间较好地履行了经济责任，但在工程招标、专项资金管理方面存在违规和管理不到位的问题。',
  advice: '1. 严格执行招标投标制度，同一路段养护工程统一招标；\n2. 建立专项资金执行进度通报制度，及时盘活存量资金。',
}
