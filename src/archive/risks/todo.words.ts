/** What the workbench says of lists, cases and reports that wait. */
export const words = {
  todo: {
    mend: { zh: '修改退回的汇编', en: 'Mend what was sent back' },
    review: { zh: '审核清单、案例或报告', en: 'Look over a list, cases or a report' },
    issue: { zh: '印发已审核的汇编', en: 'Issue what was looked over' },
  },
} as const
