/** Sentences of the to-do list, which no single room owns. */
export const words = {
  todo: {
    orders: { zh: '核准 {count} 项授权', en: 'Decide {count} access orders' },
    claim: { zh: '填报整改', en: 'Report the work' },
    recognise: { zh: '认定整改', en: 'Recognise rectification' },
    close: { zh: '复核销号', en: 'Close the item' },
    press: { zh: '跟踪整改', en: 'Follow rectification' },
    unreadable: { zh: '处理 {count} 份读不出的报告（扫描件、加密件等）', en: 'Look at {count} unreadable papers (scans, locked files)' },
    resume: { zh: '核对 {count} 行简历', en: 'Check {count} resume lines' },
    mentions: { zh: '确认报告中点名的人员 {count} 处', en: 'Confirm {count} persons named in papers' },
  },
} as const
