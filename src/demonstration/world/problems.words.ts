import type { MoneyKind } from '../../audit/findings/model.ts'

/**
 * How a kind of problem is told. Placeholders: {unit} the unit, {from} {to} years, {n} a count, {sum} an amount in
 * wan yuan, {who} a mid-level official with unit and post. `money` is the kind the amount belongs to.
 */
export type ProblemPlan = { code: string; title: string; facts: string; money: MoneyKind | null; basis: string; measure: string }

export const problemPlans: readonly ProblemPlan[] = [
  {
    code: 'F01-02',
    title: '改革任务未按期完成',
    facts: '截至审计时，{unit}承担的{n}项年度改革任务中有部分未按期完成，有关台账未及时更新。',
    money: null,
    basis: '《中华人民共和国审计法》第二十六条',
    measure: '逐项明确完成时限和责任科室，按月调度',
  },
  {
    code: 'F02-01',
    title: '重大经济事项未经集体研究决定',
    facts: '{from}年至{to}年，{unit}有{n}项大额支出未经党组会议集体研究，涉及金额{sum}万元。',
    money: 'irregular',
    basis: '《行政事业性国有资产管理条例》第九条',
    measure: '修订议事规则，大额支出一律上会研究并全程记录',
  },
  {
    code: 'F02-07',
    title: '合同管理不规范',
    facts: '{unit}签订的{n}份合同未约定质量保证和违约责任条款，合同金额{sum}万元；{who}负责合同审核，未提出意见。',
    money: 'irregular',
    basis: '《中华人民共和国政府采购法》第四十三条',
    measure: '制定合同管理办法，补签补充协议',
  },
  {
    code: 'F03-02',
    title: '无预算、超预算支出',
    facts: '{from}年，{unit}在年初预算之外列支业务委托费{sum}万元，未履行预算调整程序。',
    money: 'breach',
    basis: '《中华人民共和国预算法》第十三条',
    measure: '规范预算编制和调整程序，超预算支出不予列支',
  },
  {
    code: 'F03-03',
    title: '擅自改变预算支出用途',
    facts: '{from}年至{to}年，{unit}将项目支出{sum}万元用于弥补公用经费不足。',
    money: 'breach',
    basis: '《中华人民共和国预算法》第六十三条',
    measure: '归还原渠道资金，开展预算执行自查',
  },
  {
    code: 'F03-04',
    title: '结转结余资金未及时盘活',
    facts: '截至{to}年末，{unit}存量资金{sum}万元结转超过两年未上缴财政。',
    money: 'payable',
    basis: '《中华人民共和国预算法》第四十二条',
    measure: '将存量资金缴回同级财政',
  },
  {
    code: 'F04-01',
    title: '应收未收国有资产出租收入',
    facts: '{from}年至{to}年，{unit}少收{n}处房产租金{sum}万元，{who}具体经办，未按合同催缴。',
    money: 'payable',
    basis: '《行政事业性国有资产管理条例》第二十六条',
    measure: '依法追缴欠租，建立租金台账',
  },
  {
    code: 'F04-02',
    title: '非税收入未及时上缴',
    facts: '{from}年，{unit}取得的资产处置收入{sum}万元滞留单位往来账户超过{n}个月。',
    money: 'payable',
    basis: '《行政事业性国有资产管理条例》第二十五条',
    measure: '足额缴库，清理往来账户',
  },
  {
    code: 'F05-01',
    title: '以虚列支出方式转移资金',
    facts: '{to}年末，{unit}在项目未实施的情况下列支工程款{sum}万元，转入下属单位账户。',
    money: 'breach',
    basis: '《中华人民共和国会计法》第九条',
    measure: '调整有关会计账目，收回资金',
  },
  {
    code: 'F05-06',
    title: '往来款项长期挂账',
    facts: '截至{to}年末，{unit}其他应收款中有{n}笔共{sum}万元挂账超过三年，未组织清理。',
    money: 'irregular',
    basis: '《中华人民共和国会计法》第十六条',
    measure: '成立清理专班，逐笔核实处理',
  },
  {
    code: 'F05-08',
    title: '会计基础工作薄弱',
    facts: '抽查{n}份记账凭证，{unit}有部分凭证附件不全、审批签字不齐，涉及金额{sum}万元。',
    money: 'irregular',
    basis: '《中华人民共和国会计法》第十三条',
    measure: '补齐附件，组织财务人员培训',
  },
  {
    code: 'F06-01',
    title: '固定资产账实不符',
    facts: '{unit}有{n}项固定资产未登记入账，账面少计资产{sum}万元。',
    money: 'irregular',
    basis: '《行政事业性国有资产管理条例》第三十九条',
    measure: '全面清查资产，调整账务',
  },
  {
    code: 'F06-03',
    title: '资产购置后长期闲置',
    facts: '{from}年，{unit}购置的{n}台（套）专用设备至审计时未投入使用，形成闲置{sum}万元。',
    money: 'waste',
    basis: '《行政事业性国有资产管理条例》第十一条',
    measure: '调剂使用闲置设备，完善配置论证',
  },
  {
    code: 'F07-01',
    title: '应实行政府采购未采购',
    facts: '{from}年至{to}年，{unit}采购信息化服务{sum}万元未履行政府采购程序。',
    money: 'breach',
    basis: '《中华人民共和国政府采购法》第二十六条',
    measure: '完善采购内控，开展政府采购专项培训',
  },
  {
    code: 'F07-02',
    title: '项目化整为零规避公开招标',
    facts: '{from}年至{to}年，{unit}将{n}个项目化整为零规避公开招标，涉及金额{sum}万元；项目由{who}提出并经办。',
    money: 'breach',
    basis: '《中华人民共和国招标投标法》第四条',
    measure: '修订采购管理办法，对在建项目重新履行程序',
  },
  {
    code: 'F07-07',
    title: '工程建设进度滞后',
    facts: '{unit}负责实施的{n}个工程项目较批复工期滞后，已拨付的{sum}万元资金未发挥效益。',
    money: 'irregular',
    basis: '《财政违法行为处罚处分条例》第九条',
    measure: '倒排工期，按周通报进度',
  },
  {
    code: 'F08-05',
    title: '内部控制制度缺失',
    facts: '{unit}未建立重大投资论证和风险评估制度，{n}项业务无制度可依。',
    money: null,
    basis: '《中华人民共和国审计法》第三十二条',
    measure: '制定内部控制手册并报主管部门备案',
  },
  {
    code: 'F09-04',
    title: '涉农项目资金使用效益不高',
    facts: '{from}年，{unit}安排的产业帮扶项目资金{sum}万元投入后收益未按约定分配。',
    money: 'irregular',
    basis: '《中华人民共和国预算法》第三十二条',
    measure: '督促经营主体兑付收益，完善利益联结机制',
  },
  {
    code: 'F10-04',
    title: '以往审计发现问题未整改到位',
    facts: '上一轮审计指出的{n}个问题至本次审计时仍未整改到位，涉及金额{sum}万元。',
    money: 'irregular',
    basis: '《中华人民共和国审计法》第五十二条',
    measure: '逐项销号，明确完成时限',
  },
]

export const replies = [
  { text: '本人对审计认定的事实无异议，已责成有关科室限期整改。', outcome: '采纳' },
  { text: '该事项经党组会议集体研究，建议核实会议记录后调整责任类型。', outcome: '部分采纳' },
  { text: '金额中包含上一任期形成的款项，建议按任职时间扣除。', outcome: '采纳' },
  { text: '本人不认可定性，该笔支出有上级批复。', outcome: '未采纳' },
] as const

/** Conduct of the audit and other standing sentences of a report. */
export const standing = {
  office: '澜江市审计局',
  conclusion: ['履行经济责任情况较好', '总体上履行了经济责任', '较好地履行了经济责任，但在项目管理方面存在薄弱环节'],
  performance: '任职期间，{unit}主要经济指标基本完成年度目标，重点项目总体按计划推进，内部管理制度逐步完善。',
  asides: [
    '有关资料由李建国同志提供，审计组已核对原件。',
    '上述资金的拨付由高明审批，审批单未注明依据。',
    '会议由方向副局长召集，未形成会议纪要。',
    '供应商负责人李建国已退回多收款项。',
    '该单位的内部控制程序较为文明规范，但执行不到位。',
    '高峰同志在抽查时说明了有关情况。',
  ],
  advice: [
    '健全重大经济事项集体决策制度，完善会议记录和归档。',
    '加强预算执行和政府采购全过程管理，压实项目主体责任。',
    '建立审计发现问题整改台账，举一反三，完善长效机制。',
  ],
  tolerance: '该事项属于先行先试中缺乏经验出现的失误，决策程序合规，未谋取私利，依据“三个区分开来”予以从轻定责。',
  objection: '报告将项目立项时间认定为本人任职之后，与批复文件不符，请予复查。',
  objectionRefused: '经复查，会议记录和批复文件均证明该事项发生在该同志任职期间，异议不成立。',
  reviewer: '澜江市审计委员会办公室复查组',
  objectionReason: '经复查，项目立项批复日期早于该同志任职日期，异议成立，相应责任认定予以更正。',
} as const
