/** How facts of a case are written in its papers. */
export const words = {
  grade: {
    direct: { zh: '直接责任', en: 'Direct' },
    leading: { zh: '领导责任', en: 'Leading' },
    supervising: { zh: '主管责任', en: 'Supervising' },
  },
  money: {
    breach: { zh: '违规金额', en: 'In breach' },
    waste: { zh: '损失浪费金额', en: 'Lost or wasted' },
    irregular: { zh: '管理不规范金额', en: 'Irregularly managed' },
    payable: { zh: '应上缴财政金额', en: 'Payable to the treasury' },
    returnable: { zh: '应归还原渠道金额', en: 'To be returned' },
    adjustable: { zh: '应调账金额', en: 'To be re-booked' },
    investmentCut: { zh: '核减投资额', en: 'Investment cut' },
    gain: { zh: '促进增收节支金额', en: 'Gained or saved' },
    recovered: { zh: '挽回损失金额', en: 'Recovered' },
  },
  tolerance: {
    exempt: { zh: '免责', en: 'Exempt' },
    lighten: { zh: '从轻定责', en: 'Lightened' },
    notApplicable: { zh: '不适用容错', en: 'Not applicable' },
  },
  amount: '{kind}{amount}万元',
  involved: '涉及{list}。',
  tolerated: { zh: '该项已作容错认定：{outcome}。', en: ' Tolerance: {outcome}.' },
  ends: /[。！？；.!?;]$/u,
  bears: '{name}同志负{grade}',
  period: '{from}至{to}',
  kind: { inOffice: '任中审计', departure: '离任审计' },
  and: '、',
  refusal: {},
} as const
