/** How a finding stands towards an official, in one sentence; and why something may not be done with it meanwhile. */
export const words = {
  standing: {
    stands: { zh: '有效', en: 'Stands' },
    objected: { zh: '申诉复查中', en: 'Under objection' },
    withdrawn: { zh: '已撤销', en: 'Withdrawn' },
    reworded: { zh: '已更正表述', en: 'Reworded' },
    regraded: { zh: '已更正责任', en: 'Regraded' },
  },
  sentence: {
    stands: { zh: '该问题认定有效', en: 'The finding stands' },
    objected: {
      zh: '本人于{on}提出申诉，复查期间该问题暂缓作为结果运用的依据',
      en: 'Objected to on {on}; results are not drawn from it while the review runs',
    },
    withdrawn: { zh: '该问题认定经复查于{on}撤销，原表述不再引用', en: 'Withdrawn after review on {on}; its wording is no longer quoted' },
    reworded: { zh: '该问题经复查于{on}更正表述', en: 'Reworded after review on {on}' },
    regraded: { zh: '该问题的责任类型经复查于{on}更正', en: 'The grade was corrected after review on {on}' },
  },
  /** What stands in the record of a finding that was taken back. */
  gone: { zh: '经复查撤销的问题', en: 'A finding withdrawn after review' },
  refusal: {
    underObjection: {
      zh: '该问题正在申诉复查（{on}提出），复查决定作出前不得据以移送或者运用结果',
      en: 'Under objection since {on}: nothing may be drawn from it before the decision',
    },
    findingWithdrawn: { zh: '该问题认定已于{on}经复查撤销，不得再引用', en: 'Withdrawn after review on {on}: no longer to be used' },
  },
} as const
