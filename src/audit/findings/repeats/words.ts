/** Chinese and English of repeat findings. */
export const words = {
  title: {
    repeats: { zh: '重复问题', en: 'Repeat findings' },
    list: { zh: '查询重复问题', en: 'List repeat findings' },
    earlier: { zh: '以前的问题', en: 'Earlier finding' },
    later: { zh: '本次问题', en: 'This finding' },
  },
  verdict: {
    proposed: { zh: '待认定', en: 'To judge' },
    confirmed: { zh: '屡审屡犯', en: 'Repeat' },
    rejected: { zh: '不属于重复', en: 'No repeat' },
  },
  action: {
    judge: { zh: '认定重复问题', en: 'Judge a repeat' },
    seek: { zh: '立即比对', en: 'Compare now' },
    confirm: { zh: '认定为屡审屡犯', en: 'It is a repeat' },
    reject: { zh: '不属于重复', en: 'It is none' },
  },
  field: {
    q: { zh: '关键字', en: 'Keyword' },
    verdict: { zh: '认定', en: 'Verdict' },
    unit: { zh: '单位', en: 'Unit' },
    class: { zh: '类别', en: 'Class' },
    likeness: { zh: '用语相同', en: 'Alike' },
    years: { zh: '年度', en: 'Years' },
    heads: { zh: '当时的领导干部', en: 'Heads then' },
    finding: { zh: '问题', en: 'Finding' },
    note: { zh: '理由', en: 'Reason' },
  },
  reason: {
    unit: { zh: '同一单位', en: 'Same unit' },
    class: { zh: '同一类别 {code}', en: 'Same class {code}' },
    years: { zh: '{earlier} 年与 {later} 年两次审计', en: 'Audits of {earlier} and {later}' },
    sameHead: { zh: '同一领导干部任内：{names}', en: 'Under the same head: {names}' },
    otherHead: { zh: '前后任：{earlier} → {later}', en: 'Different heads: {earlier} → {later}' },
    words: { zh: '用语相同 {percent}%：{shared}', en: '{percent}% alike: {shared}' },
  },
  note: {
    person: { zh: '只对问题作认定，不对任何人自动作标记', en: 'Said of findings only; nobody is marked by it' },
    seeking: { zh: '已提交比对，稍后刷新', en: 'The comparison is under way' },
    empty: { zh: '没有发现同一单位同类的重复问题。', en: 'No repeats found.' },
  },
  refusal: {
    repeatJudged: { zh: '该重复问题已于{on}认定', en: 'It was judged on {on}' },
  },
} as const
