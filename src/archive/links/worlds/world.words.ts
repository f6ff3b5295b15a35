/** Invented places, organs and names from which labelled worlds are made. None of them is real. */
export const surnames =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪'
export const compound = ['欧阳', '上官', '司马', '诸葛', '皇甫', '令狐', '慕容', '司徒']
export const given =
  '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红建国志文海春晓东永林云梅辉兵光峰波宁飞龙斌鑫宇浩凯鹏旭俊晨轩博雨佳欣雪婷慧颖莹琳倩楠丹晶凤兰珍贞莉荣爱生福新利清保胜庆振德仁义信礼智广正本立成康安民兴中立方远思源长根宏达世昌家树森贵祥富顺𬀪𫖯䶮'
export const wordNames = [
  '高明',
  '文明',
  '方向',
  '程序',
  '项目',
  '常务',
  '成功',
  '金融',
  '黄金',
  '江山',
  '万一',
  '方法',
  '安全',
  '和平',
  '周全',
  '马上',
  '任职',
  '党建',
  '应收',
  '明确',
  '向上',
  '时间',
  '管理',
  '单位',
  '石油',
  '田间',
  '平安',
  '安定',
  '高峰',
  '温泉',
  '康复',
  '白雪',
]
export const cityStems = ['澜江', '云州', '青坪', '望川', '临沧', '锦溪', '白沙', '东原', '南浦', '宁河', '石岭', '雁城']
export const countyStems = [
  '江源',
  '丰谷',
  '长桥',
  '龙泉',
  '安平',
  '新河',
  '沙湾',
  '柳林',
  '平湖',
  '大渡',
  '桃源',
  '双塔',
  '梅岭',
  '金湖',
  '永清',
  '古田',
  '清涧',
  '建阳',
  '白鹿',
  '高台',
  '武溪',
  '三江',
  '凤鸣',
  '静海',
]
export const countyEnds = ['县', '区', '县', '市']
/** Organ; short names the register states (some empty); former name with its last year. */
export const organs: readonly { core: string; short: string; former?: string; lead?: string; head: string }[] = [
  { core: '人民政府', short: '', head: '市长' },
  { core: '委员会', short: '', lead: '中共', head: '书记' },
  { core: '财政局', short: '', head: '局长' },
  { core: '教育局', short: '', head: '局长' },
  { core: '民政局', short: '', head: '局长' },
  { core: '水利局', short: '', head: '局长' },
  { core: '审计局', short: '', head: '局长' },
  { core: '自然资源和规划局', short: '自然资源局', former: '国土资源局', head: '局长' },
  { core: '人力资源和社会保障局', short: '人社局', head: '局长' },
  { core: '住房和城乡建设局', short: '住建局', head: '局长' },
  { core: '卫生健康委员会', short: '卫健委', former: '卫生和计划生育委员会', head: '主任' },
  { core: '发展和改革委员会', short: '', head: '主任' },
  { core: '交通运输局', short: '交通局', head: '局长' },
  { core: '农业农村局', short: '', former: '农业局', head: '局长' },
  { core: '市场监督管理局', short: '市场监管局', former: '工商行政管理局', head: '局长' },
  { core: '生态环境局', short: '', former: '环境保护局', head: '局长' },
  { core: '文化广电和旅游局', short: '文旅局', head: '局长' },
  { core: '应急管理局', short: '', head: '局长' },
  { core: '商务局', short: '', head: '局长' },
  { core: '统计局', short: '', head: '局长' },
  { core: '医疗保障局', short: '医保局', head: '局长' },
  { core: '城市管理局', short: '城管局', head: '局长' },
  { core: '人民医院', short: '', head: '院长' },
  { core: '第一中学', short: '', head: '校长' },
  { core: '公共资源交易中心', short: '', head: '主任' },
]
export const shortOf: Readonly<Record<string, string>> = {
  自然资源和规划局: '自然资源局',
  人力资源和社会保障局: '人社局',
  住房和城乡建设局: '住建局',
  卫生健康委员会: '卫健委',
  发展和改革委员会: '发改委',
  交通运输局: '交通局',
  市场监督管理局: '市场监管局',
  生态环境局: '环境局',
  文化广电和旅游局: '文旅局',
  应急管理局: '应急局',
  医疗保障局: '医保局',
  城市管理局: '城管局',
}
export const company = ['投资集团有限公司', '水务有限公司', '城市建设发展有限公司', '交通建设集团有限公司']
export const party = '中共'
export const headOfCompany = '董事长'
export const governmentTail = '人民政府'
export const committeeTail = '委员会'
export const posts = {
  deputy: '副',
  party: '党组书记、',
  partyMember: '党组成员、',
  middle: ['办公室主任', '财务科科长', '规划科科长', '综合科科长', '人事科副科长', '审批科负责人'],
}
export const firstNumber = '一二三四五六七八九十'
export const cityEnd = '市'
export const mayor = '市长'
export const chief = '长'
export const bureauHeads = ['局长', '主任']
export const wrongPosts = ['副局长', '主任', '调研员', '党组成员', '科长']
