/** Why the demonstration city's organs let one another know, and who stays away. */
export const sharing = {
  basis: '《党政主要领导干部和国有企事业单位主要领导人员经济责任审计规定》（中办发〔2019〕45号）',
  budget: '编制下年度预算时参考',
  patrol: '巡察进驻前了解被巡察单位情况',
  staffing: '机构编制核查参考',
  kin: '与被审计领导干部系姻亲，本人申请回避',
} as const
