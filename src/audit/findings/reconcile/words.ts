/** Chinese and English of laying a report's amounts beside the records. */
export const words = {
  title: {
    reconcile: { zh: '金额核对', en: 'Amounts reconciled' },
    show: { zh: '核对报告金额', en: 'Reconcile a report' },
    text: { zh: '报告中的金额', en: 'Amounts in the text' },
    records: { zh: '问题记录中的金额', en: 'Amounts of the records' },
    totals: { zh: '本报告问题金额（分类列示，不相加）', en: 'Money of the report’s findings, kind by kind' },
  },
  verdict: {
    same: { zh: '与记录一致', en: 'As recorded' },
    unrecorded: { zh: '与记录不一致', en: 'Not as recorded' },
    total: { zh: '与该类合计一致', en: 'Total of its kind' },
    doubtful: { zh: '存疑，须对照原件', en: 'Doubtful' },
    outside: { zh: '不在问题段落', en: 'Outside the findings' },
    printed: { zh: '已在该问题段落', en: 'Printed with it' },
    elsewhere: { zh: '在报告其他段落', en: 'Elsewhere in the report' },
    missing: { zh: '报告中没有', en: 'Not in the report' },
  },
  field: {
    amount: { zh: '原文', en: 'Words' },
    value: { zh: '金额（元）', en: 'Yuan' },
    verdict: { zh: '核对结果', en: 'Result' },
    finding: { zh: '问题', en: 'Finding' },
    kind: { zh: '种类', en: 'Kind' },
    difference: { zh: '差额（元）', en: 'Difference' },
  },
  note: {
    agrees: { zh: '报告金额与问题记录一致', en: 'The report and the records agree' },
    differs: { zh: '有 {count} 处须核对', en: '{count} to look at' },
    none: { zh: '没有问题登记在这份报告中。', en: 'No finding is recorded as printed here.' },
  },
} as const
