/** Powers of ten (of yuan) that a unit word stands for, longest words first where one holds another. */
export const magnitudes: Readonly<Record<string, number>> = {
  万亿: 12,
  千亿: 11,
  百亿: 10,
  十亿: 9,
  亿: 8,
  億: 8,
  千万: 7,
  百万: 6,
  十万: 5,
  万: 4,
  萬: 4,
  千: 3,
  百: 2,
}
export const digits: Readonly<Record<string, number>> = {
  ...{ 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
  ...{ 壹: 1, 贰: 2, 叁: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9 },
}
export const places: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 }
export const sections: Readonly<Record<string, number>> = { 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 }

const number = '(?:\\d{1,3}(?:[,，]\\d{3})+|\\d+)(?:\\.\\d+)?'
const magnitude = Object.keys(magnitudes).join('|')
const some = '[余多]?'
const token = `${number}\\s?${some}(?:${magnitude})?${some}`
const numeral = '[零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟萬億]'
const isYuan = '(?:元|圆)(?![旦件素月宵老化])'
const foreign = '(?:美元|港元|欧元|日元|澳元|加元|韩元|台币|新台币|港币|美金|英镑|卢布|瑞士法郎|新加坡元)'
/** Where a figure begins: not within another, of which a full-width comma may part the thousands; after any other comma it may. */
const fresh = '(?<![\\d.,]|\\d，)'
const joint = '(?:至|到|[-–—－~～])'

/** Full-width digits, points and letters stand one for one for the half-width ones, so that offsets stay. */
export const narrow = (text: string): string => text.replace(/[０-９．]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))

export const pattern = {
  /** Digits with their signs before a unit of money, well written or not. */
  anyFigure: new RegExp(`\\d[\\d,，.]*(?=\\s?${some}(?:${magnitude})?${some}${isYuan})`, 'g'),
  wellWritten: new RegExp(`^${number}$`),
  figures: new RegExp(`${fresh}((?:${token})(?:零?${token})*)${isYuan}(?:(\\d)角)?(?:(\\d)分)?`, 'g'),
  tokens: new RegExp(`(${number})\\s?(${some})(${magnitude})?(${some})`, 'g'),
  trillions: new RegExp(`${fresh}(${number})万亿(?!${isYuan}|[次吨度人户千])`, 'g'),
  barely: new RegExp(
    `(?:金额|资金|投资|收入|支出|欠款|款项|借款|贷款)(?:合计|共计|共|计|达|为|约)?(${number})(亿|万)(?=[，。；、）)]|$)`,
    'g',
  ),
  spelled: new RegExp(
    `${fresh}(?<![数几上成百千万亿])((?:[${Object.keys(digits).join('')}]|[十拾])(?:${numeral}|[余多](?=[万亿]))*)${some}${isYuan}(?:(${numeral})角)?(?:(${numeral})分)?`,
    'g',
  ),
  /** One lone numeral before 元 is money only where the word ends there. */
  loneEnds: /^(?:[，。；、）)的钱至到和整每]|$)/,
  before: new RegExp(`${fresh}(?<![第年])(${number})(${magnitude})?${joint}$`),
  listed: new RegExp(`(?:分别|依次)[^，。；\\d]{0,12}((?:${number}(?:${magnitude})?[、和及与]){1,12})$`),
  listedOne: new RegExp(`(${number})(${magnitude})?[、和及与]`, 'g'),
  foreign: new RegExp(`${fresh}${token}${foreign}`, 'g'),
  about: /(?:约|近|超|超过|逾|将近|大约|不足|至少|接近|高达近|不少于|不低于)$/,
  after: /^(?:人民币)?(?:左右|上下|以上|以下|余)/,
  rate: /^\s?[/／每]/,
} as const

/** Predicates without which a clause is no problem. */
const fault =
  '未|不|违规|违反|超|少|多|虚|套取|挪用|挤占|截留|隐瞒|擅自|拖欠|闲置|滞后|缓慢|缺失|薄弱|漏|重复|拆分|规避|流失|损失|浪费|无预算|长期挂账|结转|混乱|设立'
export const problem = {
  about: /关于([^，。；：“”]{3,60}?)(?:的)?问题/g,
  heading: new RegExp(`(?:${fault})`),
  quoted: /《[^》]*》/g,
  audited: /审计(?:查出|发现|反映|指出)(?:的)?$/,
  /** Marks of numbering at the head of a line. */
  numbering: /^\s*(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\([一二三四五六七八九十]+\)|\d+[.．、]|（\d+）|\(\d+\))\s*/,
  titleEnd: /[。：；]/,
  /** Chapters that tell no problem. */
  other: /^(?:基本情况|履行经济责任|总体评价|审计建议|审计评价|审计依据|审计意见|整改情况|下一步|审计发现)/,
} as const

export const status = [
  { status: 'done', words: /(?:已(?:全部|全额)?(?:整改到位|完成整改|整改完毕|整改|上缴|归还|追回|收回|缴纳|调账|退还|清理完毕))/g },
  { status: 'inProgress', words: /(?:正在(?:整改|办理|清理|推进|追缴)|整改中|部分整改|尚在整改)/g },
  { status: 'longTerm', words: /(?:持续整改|长期(?:坚持|整改)|分阶段整改)/g },
  { status: 'notDone', words: /(?:未整改|尚未(?:整改|完成整改|上缴|归还|追回)|逾期未整改)/g },
] as const

/** What stands before a word of rectification and turns it into something else. */
export const notStatus = /(?:应当|应|要求|限期|责令|督促|未|尚未|是否|待)$/

export const dates = {
  whole: /(?<!\d)((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})日/g,
  month: /(?<!\d)((?:19|20)\d{2})年(\d{1,2})月(?!\d{1,2}日)(?:底|末|初|份)?/g,
  year: /(?<!\d)((?:19|20)\d{2})年(?!\d{1,2}月)(?:度|底|末|初)?/g,
  years: /(?<!\d)((?:19|20)\d{2})(?:年)?(?:至|到|-|—|～|~)((?:19|20)\d{2})年(?:度)?/g,
  plain: /(?<!\d)((?:19|20)\d{2})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/g,
  broken: /(?<!\d)(?:19|20)\d{6}日/g,
} as const
