/** An audit of 2018: its responsibility in the three grades of that time. */
export const older = {
  /** Which of its findings was objected to. */
  objectedTo: 'F-18-002',
  objection: {
    text: '资金拨付由分管科室办理，请求复查责任类型。',
    conclusion: '分管事项，定为主管责任适当',
    refused: '事实清楚，责任类型适用当时规定适当。',
    higher: '对复查决定仍有异议，请求上一级审计机关复核。',
    decisionRef: '省审复〔2019〕2号',
    reason: '复查决定认定事实清楚，予以维持。',
  },
  conclusion: '较好履行了经济责任',
  findings: [
    {
      title: '违规出借财政资金',
      problemClass: 'F05-02',
      facts: '2017年9月，未经集体研究决定，出借财政资金60.00万元，年末尚未收回。',
      basis: '《中华人民共和国预算法》第十三条',
      grade: 'direct',
      amount: '600000.00',
    },
    {
      title: '分管的专项资金未按进度拨付',
      problemClass: 'F03-04',
      facts: '2017年下半年，其主管的专项资金145.20万元未按进度拨付，结存在单位账户。',
      basis: '《中华人民共和国预算法》第五十七条',
      grade: 'supervising',
      amount: '',
    },
    {
      title: '所属单位往来款项清理不及时',
      problemClass: 'F05-06',
      facts: '截至2017年底，所属单位九笔往来款项挂账三年以上，未予清理。',
      basis: '《行政单位财务规则》第四十条',
      grade: 'leading',
      amount: '',
    },
  ],
} as const
