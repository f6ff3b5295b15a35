/** The patterns and fixed words by which Chinese legal texts are read. Nothing here is shown to anyone. */

const number = '[〇○零一二三四五六七八九十百千两0-9０-９]+'
const listed = `${number}(?:[、和至到~～—–-](?:第)?${number})*`
const bracketed = `[（(]?${number}[)）]?`
const bracketedList = `${bracketed}(?:[、和至]${bracketed})*`

/** Patterns that must match exactly where they are asked ("sticky") carry the y flag. */
export const pattern = {
  number: new RegExp(number, 'g'),
  /** 第三条, 第十三条之一, 第三、五条 */
  article: new RegExp(`第(${listed})条(?:之(${number}))?`, 'g'),
  articleHere: new RegExp(`第?(${listed})条(?:之(${number}))?`, 'y'),
  paragraphHere: new RegExp(`第(${listed})款`, 'y'),
  itemHere: new RegExp(`第?(${bracketedList})项`, 'y'),
  partFollows: new RegExp(`(?:、|和|及|与|以及|或者?|，|至|到)(?=第(?:${listed}款|${bracketedList}项))`, 'y'),
  articleFollows: new RegExp(`(?:的?规定)?(?:、|和|及|与|以及|或者?)(?=第?${listed}条)|，(?=第${listed}条)`, 'y'),
  rangeFollows: new RegExp(`(?:至|到|[-—–~～]+)(?=第?${number}条)`, 'y'),
  rangeInList: /[至到~～—–-]/,
  range: /[至到]/,
  bookTitle: /《([^《》]{2,90})》/g,
  /** Ends with a title in book marks, maybe followed by a note in brackets, then where an article may stand. */
  titleBefore: /《([^《》]{2,90})》(?:[（(][^（）()]{0,40}[)）])?(?:的|中的|中)?$/,
  implementingBefore: /《([^《》]{2,90})》(?:[（(][^（）()]{0,40}[)）])?(?:及|和|、)其(实施(?:条例|细则|办法))(?:的|中的)?$/,
  bareTail: /(?:[（(][^（）()]{0,40}[)）])?(?:的|中的|中)?$/,
  ownBefore: /本(?:法|条例|规定|办法|细则|准则|规则|决定|意见|解释|规程|通则)(?:的)?$/,
  lastBefore: /(?:该|同|上述)(?:法|条例|规定|办法|细则|准则|规则|决定|意见)(?:的)?$/,
  ownArticleHere: new RegExp(`本条(?=第(?:${listed})款|第${bracketedList}项)`, 'g'),
  previousParagraph: new RegExp(`前(${number})?款`, 'g'),
  previousArticle: new RegExp(`前(${number})?条`, 'g'),
  /** (以下简称审计法) after a title in book marks */
  shortName: /《([^《》]{2,90})》[（(](?:以下|下称)?(?:统称|简称)?(?:为|：|:)?[《“"「‘']?([^《》“”"「」‘’'（）()]{2,24})[》”"」’']?[)）]/g,
  /** What would make a bare short name part of another, longer name. */
  otherLaw: /(?:行政|刑事|民事|国家|省|市|州|县|区)$/,
  space: /[\s\u3000\u200b\ufeff]/,
} as const

export const nationalPrefix = '中华人民共和国'
export const thisArticle = '本条'

/** Short names in common use that cannot be derived from the title. */
export const commonNames: Readonly<Record<string, readonly string[]>> = {
  中华人民共和国保守国家秘密法: ['保密法'],
  中华人民共和国保守国家秘密法实施条例: ['保密法实施条例'],
  中华人民共和国各级人民代表大会常务委员会监督法: ['监督法'],
  中华人民共和国公职人员政务处分法: ['政务处分法'],
  中华人民共和国个人信息保护法: ['个保法'],
  党政主要领导干部和国有企事业单位主要领导人员经济责任审计规定: ['经济责任审计规定'],
}

const plain = '〇一二三四五六七八九'
export const numeral = {
  digits: new Map([...plain].map((sign, value) => [sign, value] as const)).set('零', 0).set('○', 0).set('两', 2),
  units: new Map([
    ['十', 10],
    ['百', 100],
    ['千', 1000],
  ] as const),
  plain,
  zero: '零',
  zeros: /零+/g,
  lastZero: /零$/,
  oneTen: /^一十/,
  ten: '十',
  places: ['', '十', '百', '千'],
  wide: '０１２３４５６７８９',
} as const
