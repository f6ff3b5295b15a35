/** Chinese and English of the figures of findings. */
export const words = {
  title: {
    figures: { zh: '问题统计', en: 'Figures of findings' },
    show: { zh: '统计审计发现问题', en: 'Figures of findings' },
    total: { zh: '合计', en: 'Total' },
  },
  by: {
    class1: { zh: '按一级类别', en: 'By class' },
    class: { zh: '按二级类别', en: 'By class, level 2' },
    year: { zh: '按年度', en: 'By year' },
    unitType: { zh: '按单位类型', en: 'By kind of unit' },
    unit: { zh: '按单位', en: 'By unit' },
  },
  field: {
    by: { zh: '分组', en: 'Grouped' },
    key: { zh: '组', en: 'Group' },
    count: { zh: '问题数', en: 'Findings' },
    classesOn: { zh: '按此日的分类折算', en: 'In the classes of' },
  },
  note: {
    counted: {
      zh: '只计报告已出具、未撤销且无异议待决的问题；各类金额分列，不相加',
      en: 'Findings that stand; kinds of money are never added',
    },
    wan: { zh: '单位：万元', en: 'in 10,000 yuan' },
    open: { zh: '打开这 {count} 个问题', en: 'Open these {count} findings' },
  },
} as const
