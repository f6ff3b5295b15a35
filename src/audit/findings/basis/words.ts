/** Chinese and English of the basis of a finding. */
export const words = {
  title: {
    basis: { zh: '定性与处理依据', en: 'Basis' },
    show: { zh: '查看依据', en: 'Show the basis' },
    pinned: { zh: '已固定到行为当日有效条文', en: 'Pinned to the text in force on the day of the act' },
    loose: { zh: '未固定到条文', en: 'Not pinned' },
  },
  use: { qualification: { zh: '定性依据', en: 'For qualification' }, handling: { zh: '处理依据', en: 'For handling' } },
  action: {
    pin: { zh: '固定依据', en: 'Pin a provision' },
    pinThis: { zh: '固定到当日有效条文', en: 'Pin to the text of the day' },
    unpin: { zh: '撤销固定', en: 'Take away' },
    open: { zh: '打开条文', en: 'Open the article' },
    openNow: { zh: '打开现行条文', en: 'Open the present article' },
    choose: { zh: '选择法规', en: 'Choose a regulation' },
  },
  field: {
    regulation: { zh: '法规', en: 'Regulation' },
    use: { zh: '用于', en: 'For' },
    article: { zh: '条', en: 'Article' },
    suffix: { zh: '之', en: 'Suffix' },
    paragraph: { zh: '款', en: 'Paragraph' },
    item: { zh: '项', en: 'Item' },
    quote: { zh: '条文', en: 'Words' },
    actOn: { zh: '适用日', en: 'Applies on' },
  },
  note: {
    none: { zh: '未登记依据', en: 'No basis recorded' },
    unknown: { zh: '法规库中没有该法规或条文，无法核对', en: 'Not in the library: cannot be checked' },
    onDay: { zh: '按 {on} 有效的文本（{version}）', en: 'Text in force on {on} ({version})' },
  },
  warning: {
    basisRepealedThen: {
      zh: '行为发生时（{act}）该法规已于{on}废止，不能作为依据',
      en: 'On the day of the act ({act}) the regulation had been repealed ({on})',
    },
    basisNotYet: {
      zh: '行为发生时（{act}）该法规尚未施行（自{from}起施行）',
      en: 'On the day of the act ({act}) it was not in force yet (from {from})',
    },
    basisOtherVersion: {
      zh: '固定的是{pinned}文本，行为发生时（{act}）有效的是{right}文本',
      en: 'Pinned to {pinned}; on the day of the act ({act}) {right} was in force',
    },
    basisRepealedSince: {
      zh: '该法规已于{on}废止；行为发生时仍有效',
      en: 'Repealed since, on {on}; it was in force on the day of the act',
    },
    basisMoved: { zh: '该条在{version}文本中为第{to}条', en: 'In {version} this is article {to}' },
    basisReworded: { zh: '该条在{version}文本中已有修改', en: 'The article was changed in {version}' },
    basisGone: { zh: '{version}文本中已没有该条', en: 'The article is no longer in {version}' },
    basisArticleThen: {
      zh: '行为发生时有效的{version}文本中没有第{article}条',
      en: 'The text in force then ({version}) has no article {article}',
    },
  },
  refusal: {
    basisNeedsActDay: { zh: '请先填写行为日期或发生期间，才能确定应适用的法规文本', en: 'Give the day of the act or its period first' },
    basisRepealed: {
      zh: '《{title}》已于{on}废止，行为发生时（{act}）不再有效，不能作为依据',
      en: '{title} was repealed on {on} and not in force on {act}',
    },
    basisNotInForce: { zh: '《{title}》在行为发生时（{act}）尚未施行，不能作为依据', en: '{title} was not in force yet on {act}' },
    basisArticleAbsent: {
      zh: '《{title}》{version}文本没有第{article}条{moved}',
      en: '{title} ({version}) has no article {article}{moved}',
    },
    basisTwice: { zh: '该条已作为依据', en: 'This provision is a basis already' },
  },
  moved: { zh: '（该条在{version}文本中）', en: ' (it is in {version})' },
} as const
