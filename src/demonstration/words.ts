export const words = {
  room: { zh: '演示市', en: 'Demonstration city' },
  verb: { zh: '载入或移除虚构的演示市', en: 'Load or remove the fictional demonstration city' },
  step: {
    city: { zh: '区划与账号', en: 'places and accounts' },
    units: { zh: '单位', en: 'units' },
    officials: { zh: '干部', en: 'officials' },
    tenures: { zh: '任职', en: 'tenures' },
    laws: { zh: '法规', en: 'regulations' },
    reports: { zh: '审计报告', en: 'reports' },
    audits: { zh: '审计项目', en: 'audits' },
    findings: { zh: '发现问题', en: 'findings' },
    rectification: { zh: '整改', en: 'rectification' },
    papers: { zh: '文书', en: 'papers' },
    process: { zh: '容错与异议', en: 'tolerance and objections' },
    cases: { zh: '在办项目', en: 'running projects' },
    links: { zh: '提及关联', en: 'mentions' },
  },
  note: {
    loaded: { zh: '演示市已载入', en: 'The demonstration city is loaded' },
    already: { zh: '演示市已在使用中', en: 'The demonstration city is loaded already' },
    removed: { zh: '演示市已移除；留痕仍保留', en: 'The demonstration city is removed; its trail remains' },
    wrote: { zh: '演示市的工作簿与报告已写到 {folder}', en: 'Workbooks and reports of the demonstration are in {folder}' },
  },
  refusal: {
    demoAbsent: { zh: '演示市没有载入', en: 'The demonstration city is not loaded' },
    demoIncomplete: { zh: '演示数据 {file} 未能全部导入：{why}', en: 'Demonstration file {file} was not taken in whole: {why}' },
    demoStoodUpon: {
      zh: '有您自己的记录引用了演示市的数据，请先移除或改正这些记录：{what}',
      en: 'Your own records refer to the demonstration; change them first: {what}',
    },
  },
} as const
