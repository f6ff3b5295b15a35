import type { UnitCategory, UnitLevel } from '../../registers/places/model.ts'

/** The fictional province and city; codes beginning with 99 belong to no real place. */
export const province = { code: '990000', name: '云泽省' } as const
export const city = { code: '990100', name: '澜江市', short: '市' } as const
export const counties = [
  { code: '990102', name: '云台区', short: '云台区' },
  { code: '990103', name: '石湾区', short: '石湾区' },
  { code: '990121', name: '青川县', short: '青川县' },
  { code: '990122', name: '松溪县', short: '松溪县' },
  { code: '990123', name: '白鹭县', short: '白鹭县' },
] as const

/** name without the place before it, category, level, the head's post, the class of the head. */
export type UnitPlan = {
  name: string
  short?: string
  category: UnitCategory
  level: UnitLevel
  head: string
  class: 'A' | 'B' | 'C' | 'D'
  former?: { name: string; until: string }
}
const bureau = (name: string, short: string, plan: Partial<UnitPlan> = {}): UnitPlan => ({
  name,
  short,
  category: 'department',
  level: 'county',
  head: '党组书记、局长',
  class: 'B',
  ...plan,
})

export const cityUnits: readonly UnitPlan[] = [
  { name: '中共澜江市委员会', short: '市委', category: 'party', level: 'bureau', head: '书记', class: 'A' },
  { name: '澜江市人民政府', short: '市政府', category: 'government', level: 'bureau', head: '市长', class: 'A' },
  { name: '澜江市人民代表大会常务委员会', short: '市人大常委会', category: 'congress', level: 'bureau', head: '主任', class: 'B' },
  { name: '中国人民政治协商会议澜江市委员会', short: '市政协', category: 'consultative', level: 'bureau', head: '主席', class: 'B' },
  { name: '中共澜江市纪律检查委员会', short: '市纪委监委', category: 'supervision', level: 'county', head: '书记', class: 'B' },
  { name: '澜江市中级人民法院', short: '市法院', category: 'court', level: 'county', head: '院长', class: 'B' },
  { name: '澜江市人民检察院', short: '市检察院', category: 'procuratorate', level: 'county', head: '检察长', class: 'B' },
  bureau('中共澜江市委组织部', '市委组织部', { head: '部长' }),
  bureau('中共澜江市委宣传部', '市委宣传部', { head: '部长' }),
  bureau('中共澜江市委机构编制委员会办公室', '市委编办', { head: '主任', class: 'C' }),
  bureau('中共澜江市委巡察工作领导小组办公室', '市委巡察办', { head: '主任', class: 'C' }),
  bureau('澜江市发展和改革委员会', '市发改委', { head: '党组书记、主任', class: 'A' }),
  bureau('澜江市财政局', '市财政局', { class: 'A' }),
  bureau('澜江市审计局', '市审计局'),
  bureau('澜江市教育局', '市教育局', { class: 'A' }),
  bureau('澜江市科学技术局', '市科技局'),
  bureau('澜江市工业和信息化局', '市工信局'),
  bureau('澜江市公安局', '市公安局', { class: 'A' }),
  bureau('澜江市民政局', '市民政局'),
  bureau('澜江市司法局', '市司法局', { class: 'C' }),
  bureau('澜江市人力资源和社会保障局', '市人社局', { class: 'A' }),
  bureau('澜江市自然资源和规划局', '市自然资源局', { class: 'A', former: { name: '澜江市国土资源局', until: '2019-01-31' } }),
  bureau('澜江市生态环境局', '市生态环境局', { former: { name: '澜江市环境保护局', until: '2019-02-28' } }),
  bureau('澜江市住房和城乡建设局', '市住建局', { class: 'A' }),
  bureau('澜江市交通运输局', '市交通局', { class: 'A', former: { name: '澜江市交通局', until: '2010-03-31' } }),
  bureau('澜江市水务局', '市水务局', { former: { name: '澜江市水利局', until: '2018-12-31' } }),
  bureau('澜江市农业农村局', '市农业农村局', { former: { name: '澜江市农业局', until: '2019-01-31' } }),
  bureau('澜江市商务局', '市商务局'),
  bureau('澜江市文化广电和旅游局', '市文旅局'),
  bureau('澜江市卫生健康委员会', '市卫健委', { head: '党组书记、主任', class: 'A' }),
  bureau('澜江市退役军人事务局', '市退役军人局', { class: 'C' }),
  bureau('澜江市应急管理局', '市应急局'),
  bureau('澜江市人民政府国有资产监督管理委员会', '市国资委', { head: '党委书记、主任', class: 'A' }),
  bureau('澜江市市场监督管理局', '市市场监管局'),
  bureau('澜江市体育局', '市体育局', { class: 'C' }),
  bureau('澜江市统计局', '市统计局', { class: 'C' }),
  bureau('澜江市医疗保障局', '市医保局'),
  bureau('澜江市城市管理局', '市城管局'),
  bureau('澜江市林业局', '市林业局', { class: 'C' }),
  bureau('澜江市供销合作社联合社', '市供销社', { head: '党组书记、主任', class: 'C', category: 'institution' }),
  { name: '澜江市第一人民医院', short: '市一医院', category: 'institution', level: 'county', head: '党委书记、院长', class: 'B' },
  { name: '澜江市中医医院', short: '市中医院', category: 'institution', level: 'township', head: '院长', class: 'C' },
  { name: '澜江职业技术学院', short: '澜江职院', category: 'institution', level: 'county', head: '院长', class: 'B' },
  { name: '澜江市第一中学', short: '市一中', category: 'institution', level: 'township', head: '校长', class: 'C' },
  { name: '澜江市公路事业发展中心', short: '市公路中心', category: 'institution', level: 'township', head: '主任', class: 'C' },
  { name: '澜江市公共资源交易中心', short: '市交易中心', category: 'institution', level: 'township', head: '主任', class: 'C' },
  { name: '澜江市住房公积金管理中心', short: '市公积金中心', category: 'institution', level: 'county', head: '主任', class: 'B' },
  {
    name: '澜江市城市建设投资集团有限公司',
    short: '市城投集团',
    category: 'stateFirm',
    level: 'county',
    head: '党委书记、董事长',
    class: 'A',
  },
  { name: '澜江市交通投资集团有限公司', short: '市交投集团', category: 'stateFirm', level: 'county', head: '党委书记、董事长', class: 'A' },
  { name: '澜江市公共交通集团有限公司', short: '市公交集团', category: 'stateFirm', level: 'township', head: '董事长', class: 'B' },
  { name: '澜江市水务集团有限公司', short: '市水务集团', category: 'stateFirm', level: 'township', head: '董事长', class: 'B' },
  { name: '澜江市粮食储备有限公司', short: '市储备粮公司', category: 'stateFirm', level: 'township', head: '总经理', class: 'B' },
  { name: '澜江市文化旅游投资有限公司', short: '市文旅投', category: 'stateFirm', level: 'township', head: '董事长', class: 'B' },
  { name: '澜江市总工会', short: '市总工会', category: 'association', level: 'county', head: '主席', class: 'C' },
  { name: '共青团澜江市委员会', short: '团市委', category: 'association', level: 'township', head: '书记', class: 'D' },
  { name: '澜江市妇女联合会', short: '市妇联', category: 'association', level: 'township', head: '主席', class: 'D' },
  { name: '澜江高新技术产业开发区管理委员会', short: '高新区管委会', category: 'government', level: 'county', head: '主任', class: 'A' },
]

const section = (name: string, short: string, plan: Partial<UnitPlan> = {}): UnitPlan => ({
  name,
  short,
  category: 'department',
  level: 'township',
  head: '局长',
  class: 'C',
  ...plan,
})
/** The same for every county and district; `@` stands for its name. */
export const countyUnits: readonly UnitPlan[] = [
  { name: '中共@委员会', short: '@委', category: 'party', level: 'county', head: '书记', class: 'A' },
  { name: '@人民政府', short: '@政府', category: 'government', level: 'county', head: '@长', class: 'A' },
  section('@发展和改革局', '@发改局', { class: 'B' }),
  section('@财政局', '@财政局', { class: 'B' }),
  section('@审计局', '@审计局'),
  section('@教育局', '@教育局', { class: 'B' }),
  section('@民政局', '@民政局'),
  section('@住房和城乡建设局', '@住建局', { class: 'B' }),
  section('@交通运输局', '@交通局'),
  section('@水利局', '@水利局'),
  section('@农业农村局', '@农业农村局'),
  section('@卫生健康局', '@卫健局'),
  section('@市场监督管理局', '@市场监管局'),
  { name: '@人民医院', short: '@人民医院', category: 'institution', level: 'township', head: '院长', class: 'C' },
  { name: '@城市建设投资有限公司', short: '@城投公司', category: 'stateFirm', level: 'township', head: '董事长', class: 'B' },
]

/** Posts below the head, for those who may be named in reports. */
export const deputyPosts: Readonly<Record<string, readonly string[]>> = {
  party: ['副书记', '办公室主任'],
  government: ['副职', '办公室主任'],
  department: ['副局长', '办公室主任', '财务科科长', '建设管理科科长', '规划计划科科长', '机关党委专职副书记'],
  institution: ['副主任', '财务科科长', '采购科科长', '办公室主任'],
  stateFirm: ['副总经理', '财务总监', '工程管理部经理', '投资发展部经理'],
  other: ['副职', '办公室主任', '财务科科长'],
}
export const deputyOf: Readonly<Record<string, string>> = { party: '副书记', government: '副职', department: '副局长' }
