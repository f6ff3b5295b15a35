/** Chinese words by which a resume and a post are read; every other rule works on these. */

/** Names of whole units end so; longer endings first. */
const endings = [
  '[省市县区州盟旗]委(?:组织部|宣传部|统战部|政法委员会|政法委|党校|政策研究室|编办|巡察办|老干部局|网信办|办公室|办)?',
  '人民政府(?:办公室|办公厅)?',
  '政府(?:办公室|办公厅)?',
  '人大常委会(?:办公室)?',
  '街道办事处',
  '管理委员会',
  '中级人民法院',
  '人民法院',
  '人民检察院',
  '检察院',
  '法院',
  '纪委监委',
  '纪委',
  '监委',
  '委员会',
  '管委会',
  '党委',
  '党工委',
  '团委',
  '政协',
  '大学',
  '学院',
  '党校',
  '学校',
  '中学',
  '小学',
  '技校',
  '公司',
  '集团',
  '银行',
  '信用社',
  '医院',
  '研究院',
  '研究所',
  '设计院',
  '部队',
  '工会',
  '妇联',
  '残联',
  '工商联',
  '局',
  '厅',
  '厂',
  '中心(?!医院|小学|学校)',
  '街道',
  '镇(?!企)',
  '乡(?!镇)',
]
export const unitThenPost = new RegExp(`^(.*?(?:${endings.join('|')}))(.+)$`)

/** After a registered name: these words say that a smaller unit is meant, not the registered one itself. */
export const smallerUnit =
  /^[^、，,；;]*?(?:组织部|宣传部|统战部|政法委|纪委|党校|学校|中学|小学|学院|公司|集团|医院|研究院|研究所|设计院|中心|分局|支队|大队|总队|中队|法庭|派出所|管理站|管理所|税务所|财政所|站|厂)/

/** Study and leisure are no posts. */
export const study = /(?:学习|学生|读书|在读|毕业|进修|培训|研究生|本科|专科|脱产)[）)]?$/
export const openEnd = /^(?:至今|现在|迄今|今|目前)/
export const dashes = '[-‐‑‒–—―─－~～至到]'
/** What may be left over between the dates and the words. */
export const strayDashes = '[-‐‑‒–—―─－~～]'
export const spoken = { year: '年', month: '月' } as const
export const leadIn = /^(?:历任|先后任|任职于|工作于|任|在|到)/
/** A word that may stand before the first date. */
export const leadDate = '[从自]?'
export const charge = /主持(?:全面|日常|行政|党政)?工作/

/** Titles of a principal head, by what kind of unit they head. */
export const partyTitles = ['党委书记', '党组书记', '党工委书记', '书记']
export const placeTitles = ['省长', '市长', '县长', '区长', '州长', '盟长', '旗长', '乡长', '镇长', '主任']
export const otherTitles = [
  '局长',
  '厅长',
  '部长',
  '主任',
  '院长',
  '检察长',
  '代检察长',
  '主席',
  '董事长',
  '总经理',
  '校长',
  '行长',
  '社长',
  '台长',
  '馆长',
  '站长',
  '所长',
  '党组书记',
  '党委书记',
  '书记',
]
export const titleSeparators = /[、，,；;]/
export const sexes: Readonly<Record<string, 'male' | 'female'>> = { 男: 'male', 女: 'female' }

/** The first character of each letter in pinyin order. */
export const firstOfLetter: readonly (readonly [string, string])[] = [
  ...([
    ['吖', 'a'],
    ['八', 'b'],
    ['嚓', 'c'],
    ['咑', 'd'],
    ['妸', 'e'],
    ['发', 'f'],
    ['旮', 'g'],
    ['哈', 'h'],
    ['讥', 'j'],
    ['咔', 'k'],
    ['垃', 'l'],
    ['妈', 'm'],
  ] as const),
  ...([
    ['拏', 'n'],
    ['噢', 'o'],
    ['妑', 'p'],
    ['七', 'q'],
    ['呥', 'r'],
    ['仨', 's'],
    ['他', 't'],
    ['屲', 'w'],
    ['夕', 'x'],
    ['丫', 'y'],
    ['帀', 'z'],
  ] as const),
]
export const surnameInitials: Readonly<Record<string, string>> = {
  曾: 'z',
  单: 's',
  解: 'x',
  仇: 'q',
  区: 'o',
  查: 'z',
  盖: 'g',
  朴: 'p',
  翟: 'z',
  乐: 'y',
  缪: 'm',
  覃: 'q',
  冼: 'x',
  尉: 'w',
  万: 'w',
  重: 'c',
  种: 'c',
}
