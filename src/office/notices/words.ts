export const words = {
  room: { zh: '我的待办', en: 'My work' },
  contract: {
    workbench: { zh: '查看待办', en: 'What waits for me' },
    standing: { zh: '查看待办数', en: 'How much waits for me' },
  },
  title: {
    late: { zh: '已逾期', en: 'Late' },
    soon: { zh: '{days} 天内到期', en: 'Due within {days} days' },
    later: { zh: '其余待办', en: 'The rest' },
    steps: { zh: '建库四步', en: 'Four first steps' },
    imports: { zh: '最近导入', en: 'Recent imports' },
    shortcuts: { zh: '常用入口', en: 'Often used' },
  },
  stock: {
    units: { zh: '单位', en: 'Units' },
    officials: { zh: '领导干部', en: 'Officials' },
    tenures: { zh: '任职经历', en: 'Tenures' },
    reports: { zh: '审计报告', en: 'Reports' },
  },
  step: {
    units: { zh: '导入单位', en: 'Import units' },
    officials: { zh: '导入领导干部', en: 'Import officials' },
    tenures: { zh: '导入任职经历', en: 'Import tenures' },
    reports: { zh: '导入审计报告', en: 'Import reports' },
  },
  why: {
    units: { zh: '单位全称、简称、曾用名；报告里出现的单位由此认出', en: 'Names, short names and former names; papers are read by them' },
    officials: { zh: '被审计对象；也可用干部任免审批表', en: 'Those who are audited; appointment forms are read too' },
    tenures: {
      zh: '谁在何单位任何职、起止何时；对象类别与到期由此推算',
      en: 'Who held which post from when to when; class and due year follow',
    },
    reports: { zh: '历年报告原件；逐段可检索、可溯源', en: 'Papers of past years; searchable by the paragraph' },
  },
  note: {
    day: { zh: '今天 {today}', en: 'Today {today}' },
    count: { zh: '{count} 项待办', en: '{count} to do' },
    none: {
      zh: '没有待办。到期、待确认、待复核的事项会出现在这里。',
      en: 'Nothing waits. What falls due or needs a decision appears here.',
    },
    noImports: { zh: '还没有导入过文件', en: 'No imports yet' },
    importLine: {
      zh: '新增 {accepted} · 更新 {updated} · 未收录 {refused}',
      en: '{accepted} added · {updated} updated · {refused} refused',
    },
    keys: { zh: 'J / K 选，Enter 开', en: 'J / K choose, Enter opens' },
    steady: { zh: '{done} / {all} 已有数据', en: '{done} / {all} have data' },
  },
  state: {
    waiting: { zh: '排队', en: 'Waiting' },
    running: { zh: '进行中', en: 'Running' },
    done: { zh: '完成', en: 'Done' },
    failed: { zh: '失败', en: 'Failed' },
    undone: { zh: '已撤销', en: 'Undone' },
  },
  refusal: {},
} as const
