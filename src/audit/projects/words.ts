/** All Chinese and English of the projects room. */
export const words = {
  act: {
    open: { zh: '立项', en: 'Open a project' },
    serve: { zh: '登记送达', en: 'Record service' },
    answerReply: { zh: '说明是否采纳意见', en: 'Answer a reply' },
    gather: { zh: '整理案卷目录', en: 'Gather the file' },
    fileUnit: { zh: '加入案卷材料', en: 'Add a paper to the file' },
  },
  title: {
    projects: { zh: '审计项目', en: 'Audit projects' },
    project: { zh: '审计项目', en: 'Audit project' },
    audits: { zh: '年度经济责任审计', en: 'Yearly economic-responsibility audits' },
    subjects: { zh: '被审计领导干部', en: 'Audited officials' },
    report: { zh: '审计报告', en: 'Audit report' },
    list: { zh: '查询审计项目', en: 'List audit projects' },
    export: { zh: '导出年度经济责任审计', en: 'Export yearly audits' },
    one: { zh: '查看审计项目', en: 'Show an audit project' },
  },
  kind: {
    inOffice: { zh: '任中审计', en: 'In office' },
    departure: { zh: '离任审计', en: 'On leaving' },
  },
  field: {
    q: { zh: '关键字', en: 'Keyword' },
    number: { zh: '项目编号', en: 'Project number' },
    title: { zh: '项目名称', en: 'Title' },
    year: { zh: '年度', en: 'Year' },
    unit: { zh: '被审计单位', en: 'Audited unit' },
    auditedBy: { zh: '审计单位', en: 'Audited by' },
    kind: { zh: '审计类型', en: 'Kind' },
    period: { zh: '审计期间', en: 'Period audited' },
    when: { zh: '审计时间', en: 'Carried out' },
    reportedOn: { zh: '报告日期', en: 'Reported on' },
    reportNumber: { zh: '报告文号', en: 'Report number' },
    conclusion: { zh: '审计结论', en: 'Conclusion' },
    mainProblems: { zh: '主要问题', en: 'Main problems' },
    note: { zh: '备注', en: 'Note' },
    report: { zh: '报告文件', en: 'Report file' },
    official: { zh: '姓名', en: 'Name' },
    post: { zh: '职务', en: 'Post' },
    subjects: { zh: '被审计领导干部', en: 'Officials' },
    findings: { zh: '问题', en: 'Findings' },
  },
  action: {
    openReport: { zh: '打开报告', en: 'Open the report' },
    openPortrait: { zh: '查看画像', en: 'Open the portrait' },
    showFindings: { zh: '查看本项目的问题', en: 'Findings of this project' },
    import: { zh: '导入年度经济责任审计', en: 'Import yearly audits' },
  },
  note: {
    reportAwaited: { zh: '报告尚未入库：{file}', en: 'Report not in the library yet: {file}' },
    noReport: { zh: '未登记报告文件', en: 'No report file given' },
    open: { zh: '起止未全部登记', en: 'Not fully recorded' },
  },
  empty: {
    projects: {
      zh: '这里是已开展的经济责任审计项目。可先导入年度经济责任审计工作簿。',
      en: 'Audits carried out stand here. Begin by importing the yearly workbook.',
    },
  },
  refusal: {
    idCardNumberGiven: {
      zh: '官员编号不得填写居民身份证号；请填本系统的官员编号',
      en: 'Do not give an identity-card number; give the official’s number in this register',
    },
    auditOfficialUnknown: { zh: '官员编号 {number} 不在对象库中', en: 'No official bears the number {number}' },
    auditNameDiffers: {
      zh: '官员编号 {number} 对应的姓名是{known}，与表中{given}不符',
      en: 'Number {number} belongs to {known}, not {given}',
    },
    auditUnitUnknown: { zh: '单位“{given}”不在单位库中（可填编号、全称、简称或曾用名）', en: 'No unit is called “{given}”' },
    auditUnitAmbiguous: {
      zh: '“{given}”对应 {count} 个单位，请改填单位编号：{numbers}',
      en: '“{given}” names {count} units; give the number: {numbers}',
    },
    auditTimeUnreadable: {
      zh: '审计时间“{given}”无法识别，可填 2024-03-01、2024年3月至5月 或 2024.03-2024.05',
      en: 'The time “{given}” cannot be read; write 2024-03-01 or 2024.03-2024.05',
    },
    auditTimeBackward: { zh: '审计时间的止早于起', en: 'The time ends before it begins' },
  },
  made: {
    title: { zh: '{unit}{post}{name}{kind}经济责任审计', en: '{kind} audit of {name}, {post}, {unit}' },
    kind: { inOffice: { zh: '任中', en: 'In-office' }, departure: { zh: '离任', en: 'Departure' } },
  },
  /** Sentences of the portrait. */
  says: {
    audit: {
      zh: '{when}，{by}对其任{unit}{post}{period}的经济责任履行情况进行{kind}{report}。',
      en: '{when}: {by} audited the time as {post}, {unit}{period} ({kind}){report}.',
    },
    period: { zh: '期间（{from}至{to}）', en: ' ({from} to {to})' },
    noPeriod: { zh: '期间', en: '' },
    report: { zh: '，出具{number}', en: ', report {number}' },
    conclusion: { zh: '审计结论：{text}', en: 'Conclusion: {text}' },
    problems: { zh: '该次审计列明的主要问题：{text}', en: 'Main problems named by that audit: {text}' },
    year: { zh: '{year}年度', en: 'In {year}' },
    span: { zh: '{from}至{to}', en: '{from} to {to}' },
    stop: { zh: '。', en: '.' },
  },
  /** A Chinese sentence end; text that already has one gets no second. */
  ends: /[。！？；.!?;]$/u,
} as const
