/** What people of the fictional city wrote into their lists and cases. */
export const risksWritten = {
  owner: '局党组书记、局长，分管副局长，业务科室负责人',
  note: '补充责任主体',
  basis: '《中华人民共和国审计法》第五十二条',
  casesTitle: '2026年第一批经济责任审计典型案例',
  draftCasesTitle: '2026年第二批经济责任审计典型案例',
  preface: '为发挥审计警示作用，选取典型问题汇编如下。案例中的单位、人员和地点均已作隐名处理，供各单位对照自查。',
  analysis: '制度规定不细，审批环节流于形式；分管负责人对下属单位经办的事项过问不够，内部监督没有及时发现。',
  lesson: '重大经济事项应当集体研究并留存记录；业务、财务、监督岗位分设；对照本案例开展自查，发现同类问题的限期整改。',
} as const
