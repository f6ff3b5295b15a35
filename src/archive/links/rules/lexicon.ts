/** Chinese forms the linking rules look for. All are matched on folded text (half-width punctuation, straight quotes). */

/** Frequent surnames; only used to suspect that a short registered name is the tail of a longer, unregistered one. */
const surnames =
  '王李张刘陈杨赵黄周吴徐孙胡朱林何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田姜范石姚谭廖邹熊陆郝孔崔邱秦顾侯邵孟'
export const frequentSurnames = new Set(surnames)
/** A neighbour in a row of names, whether registered or not. */
export const rowAfter = new RegExp(
  `^[、和及与][${surnames}高于方白易常文任金江龙万段钱汤尹黎武乔贺赖庞樊兰殷施陶洪][一-龥]{1,2}(?=[、,。;:()等和及与均未也都]|$)`,
)
export const rowBefore = new RegExp(
  `(?:^|[、,:。;()及和与]|[长记任])[${surnames}高于方白易常文任金江龙万段钱汤尹黎武乔贺赖庞樊兰殷施陶洪][一-龥]{1,2}[、和及与]$`,
)
export const compoundSurnames = new Set([
  '欧阳',
  '上官',
  '司马',
  '诸葛',
  '皇甫',
  '尉迟',
  '令狐',
  '慕容',
  '司徒',
  '东方',
  '夏侯',
  '公孙',
  '端木',
  '宇文',
  '长孙',
  '轩辕',
  '百里',
  '呼延',
  '申屠',
  '太史',
  '南宫',
  '独孤',
  '拓跋',
  '闻人',
  '澹台',
  '公冶',
  '淳于',
  '单于',
  '钟离',
  '鲜于',
  '闾丘',
  '濮阳',
  '西门',
  '赫连',
  '万俟',
  '第五',
])

/** Single characters that may stand directly before a name without being part of one. */
export const beforeNames = new Set('由经向对与和及或让使请给被把将因从据按以为是叫系即时原现任的了在至到并且而但其中自同兼跟凭如若含除该')
/** Single characters that may stand directly after a name without being part of one. */
export const afterNames = new Set(
  '的在于任同等和与及或未对向将曾也均系是为以至从经由被把按应就则又再已没不无仅只所之自其该即因并且而但便还都却能可须需要让使请给带去来到说称签批收领借拿送交报提说负当作做',
)

/** Words after a name that speak for a person. */
export const afterPerson =
  /^(?:同志|本人|等人|等\d+[人名位]|等[一二三四五六七八九十]{1,2}[人名位]|等同志|先生|女士|个人|任职|任期|任(?!务|何|意)|兼任|担任|出任|接任|调任|离任|到任|在任|主持|分管|签批|签字|审批|签署|签发|同意|擅自|授意|指使|默许|决定|要求|安排|召集|参加|出席|列席|表示|认为|提出|作为|时任|现任|原任|曾任|历任|系(?!统)|负有|应负|承担|承认|否认|辩称|牵头|带队|审定|批示|圈阅|经手|收受|挪用|侵占|套取|虚报|截留|私自|违法|伙同|指示|交代|指派|未按|未经|违反|违规|履行|履职|对(?!外|于|象)|在\S{0,12}期间|\()/
/** Words only a person's name takes after it: enough even for a name that is also a common word. */
export const surelyPerson =
  /^(?:同志|本人|等人|先生|女士|\((?:时任|原|系|现任|男|女)|时任|现任|原任|曾任|否认|辩称|任[一-龥]{0,14}(?:长|主任|书记))/
/** Deeds only a person does: once the paper has introduced an official whose name is a word, enough for a bare mention. */
export const personDeed =
  /^(?:同志|本人|表示|同意|签批|批示|授意|指使|默许|主持|召集|出席|列席|分管|任职期间|任期内|(?:对此|对上述[一-龥]{0,4}|应当?)?(?:负有?|承担)[一-龥]{0,4}责任|承认|辩称|否认|在会上|调离|离任|未履行|于(?:19|20)\d{2}年[^,。]{0,6}召)/
/** Around a name: deeds and labels of people in office, though no post is named. */
export const officialAfter =
  /^(?:同志|任职|任期|履职|履行|主持|分管|签批|审批|批示|圈阅|审定|召集|授意|指使|默许|作为|列席|出席|擅自|决定|要求|安排|同意|批准|(?:对此|对上述|应|未)?(?:负有?|承担)[一-龥]{0,4}责任|未按|未经|未履行|失职|失察|把关|会签|等\d*人)/
export const officialBefore =
  /(?:责任人|责任人员|审批|审核|批准|签批|复核|经办|经办人|负责人|负责同志|被审计[一-龥]{0,6}|审计对象|领导干部|领导|班子|班子成员|成员|出席|列席|参会人员|参加人员|与会人员|会议由|根据|按照)[:为]?$/
/** A noun for some role stands directly before the name, and it is none that an office has: perhaps an outsider. */
export const roleBefore =
  /[一-龥](?:人|员|者|工|户|商|主|民|师|生|手|方|友|妻|夫|子|女|父|母|兄|弟|姐|妹|客|农|匠|贩|经理|代表|老板)(?:为|是|系)?:?$/
export const officeRole =
  /(?:负责|责任|经办|联系|领导|当事|审批|签批|签字|经手|审核|报销|审计|分管|主持|召集|介绍|证明|验收|保管|主管|承办|报告|发言|记录|执笔|申报|本|等|带头|牵头|接待)人(?:为|是|系)?:?$|(?:党|委|成|职|科|办事|调研|专|公务|督导|巡视|人|管理|采购|出纳|会计|报账|统计|档案|保密|联络|组织|宣传|纪检|监督|特派)员(?:为|是|系)?:?$|会计师$|工程师$|先生$|发生$|产生$|地方$|对方$|双方$|我方$|甲方$|职工$|员工$|领导者$|参与者$|组织者$|决策者$|或者$|负责者$|自主$|民主$|公民$|为民$|入手$|着手$|分子$|女$(?<!之女|其女)|电子$|例子$|班子$|孩子$/
/** Words before a name that speak for a person without saying a post. */
export const beforePerson =
  /(?:时任|原任|现任|曾任|前任|被审计领导干部|被审计人|审计对象|责任人|当事人|经办人|经手人|审批人|签批人|签字人|联系人|负责同志|同志|领导|干部|人员|成员|分管领导|主要领导|分管负责人|主要负责人|负责人|姓名|名单)[:(]?$/

/** A post and what stands before it, ending where the name begins. */
const postCore =
  '(?:[党团工]?[组委](?:工委)?成员|班子成员|书记|主任科员|主任|局长|部长|厅长|市长|县长|区长|镇长|乡长|州长|省长|处长|科长|股长|所长|站长|支队长|大队长|中队长|队长|院长|校长|园长|行长|社长|馆长|台长|会长|秘书长|组长|主席|常委|委员(?!会)|董事长|监事长|理事长|董事|监事|理事|总经理|经理|厂长|店长|总会计师|总工程师|总经济师|总农艺师|总规划师|总审计师|会计(?!师)|出纳|检察长|审判长|庭长|督学|督导员|督查员|调研员|巡视员|科员|办事员|负责人|专员|政委|政治委员|总监|总编辑|主编|站员|校监|护士长|总师|参谋|旗长|盟长|司令员|支队长|所负责人)'
const postBefore =
  '(?:原|前|时任|现任|前任|曾任|历任|代理|代|常务|第一|专职|兼职|挂职|名誉|执行|副|总|党组|党委|党工委|工委|党总支|总支|党支部|支部|纪委|纪检组|纪工委|纪检监察组|机关党委|机关纪委|机关|党的|行政|[一二三四]级|办公室)'
export const postAtEnd = new RegExp(`${postBefore}{0,5}${postCore}$`)
export const postAtStart = new RegExp(`^${postBefore}{0,5}${postCore}`)
export const postAnywhere = new RegExp(`${postBefore}{0,5}${postCore}`, 'g')
export const postEdge = /^(?:原|前|时任|现任|前任|曾任|历任)+/
export const wasBefore = /(?:原|前任|曾任|前)/
/** A former or present holder: marks the post without being part of it. */
export const holderAtEnd = /(?:原|时任|现任|前任|曾任|历任|的|兼|该|本)$/

/** A post's own office, and a department that a post belongs to. */
export const officeBefore = /^办公室(?=主任|副主任)/
export const departmentEnd = /(?:[科处室股队站所]|中心)$/

export const deputyPost = /副|协理|助理|总(?:会计|工程|经济|农艺|规划|审计)师/
export const middlePost =
  /科长|股长|科员|主任科员|办公室(?:副)?主任|会计|出纳|办事员|处长|(?:科|处|室|股|中心|队|站)(?:副)?(?:长|主任|负责人)/
export const memberPost = /成员|常委$|委员$/
export const headPost =
  /(?:书记|局长|部长|厅长|市长|县长|区长|镇长|乡长|州长|省长|主任|院长|校长|园长|所长|站长|行长|社长|馆长|台长|会长|主席|董事长|总经理|检察长|秘书长|厂长|队长|旗长)$/

/** What may stand between a unit and a post inside it (a department), without a word that would break the chain. */
export const breaksChain = /[由经向对把被将,.;:。!?"《》]|拨付|支付|转给|委托|要求|通知|报送|安排|会同|配合|期间/
/** Between the names of a row. */
export const namesJoin = new Set('、和及与')
export const listJoint = /(?:以及|[、和及与,])$/

/** Posts that name their unit by themselves: the government of the place. */
export const governmentPost = /^(?:原|前|时任|现任|代理|代|常务|副)*([市县区镇乡州旗省])长/

/** After a name: the sentence says which post the person holds or held. */
export const holdsPost = /(?:先后担任|担任|出任|兼任|接任|调任|升任|历任|曾任|现任|时任|原任|任|系|为)$/
export const servingEnds = new Set('任系为')
export const opensPost = /^(?:同志)?[(,]?(?:系|是|为|即|时任|原任|原|前|现任|现为|时为|曾任|历任|担任|兼任|任)?/
export const periodWords = /期间|任职|任期|至今|以来/

/** People who are nobody's official: whoever bears the name here is not in the register because of this role. */
const outsiderRole =
  '法定代表人|法人代表|法人|实际控制人|实控人|控股股东|大股东|股东|出资人|合伙人|村民|居民|市民|群众|农民|农户|牧民|渔民|贫困户|低保户|脱贫户|五保户|困难户|特困人员|低保对象|救助对象|受助人|补助对象|受益人|养殖户|种植户|种粮大户|大户|承包户|承包人|承包方|承租人|承租户|租户|租客|出租人|房东|业主|户主|住户|拆迁户|被征收人|被拆迁人|被征地农户|借款人|贷款人|担保人|保证人|抵押人|储户|客户|持卡人|户名|开户人|收款人|付款人|领款人|代领人|经营者|经营户|个体户|个体工商户|个体老板|老板|商户|摊主|摊贩|店主|店长|包工头|施工人|实际施工人|施工队长|供应商|供货人|供货商|中标人|投标人|竞买人|买受人|卖方|买方|自然人|中介|掮客|司机|驾驶员|保安|保洁员|保洁|门卫|厨师|临时工|临聘人员|聘用人员|外聘人员|公益性岗位人员|护林员|网格员|学生|学员|家长|患者|病人|死者|死亡人员|逝者|伤者|遗属|退休职工|原告|被告|申请人|被申请人|被执行人|申请执行人|第三人|上诉人|证人|举报人|信访人|投诉人|律师|代理律师|注册会计师|造价工程师|监理工程师|总监理工程师|监理员|监理|资产评估师|评估师|项目经理|业务员|销售员|销售经理|业务经理|记者|通讯员|作者|编辑|策划编辑|责任编辑|摄影|妻子|丈夫|配偶|儿子|女儿|父亲|母亲|弟弟|哥哥|姐姐|妹妹|妹夫|姐夫|岳父|岳母|侄子|外甥|亲戚|亲属|亲友|朋友|同学|战友|特定关系人|个人独资|投资人|消费者|旅客|乘客|游客|老人|儿童|孤儿|残疾人|退役军人|参保人|参保人员|医生|医师|护士|教师|老师|讲师|教授|专家|评标专家|工匠|劳模|烈士|作家|诗人|画家|演员|歌手|商人|企业主|企业家|负责施工的|挂靠人|转包人|分包人|劳务人员|农民工|工人|民工|车主|船主|买主|卖主|货主|债权人|债务人|欠款人|贷款户|投保人|被保险人|嫌疑人|犯罪嫌疑人|中标单位代表|公司代表|投标代表|委托代理人|受托人|委托人|监护人|联系客户|网友|社员|会员|店员|采购商|经销商|代理商|加盟商|竞得人|拍得人|受让人|转让人|村会计|村支书|村主任|村干部|组长村民|村民组长|村民小组长|包装工|装卸工'
export const outsiderBefore = new RegExp(
  `(?:${outsiderRole}|[一-龥]户|[一-龥](?<!协|会|招|磋|工|智|经)商|(?:货|工|建|标|监|资|租|让|托|包|乙|卖|买|贷|借|投|销|购)方|(?:劳务派遣|派遣|编外|临时|外聘|返聘|公益岗位?|参保|参训|受助|受灾)(?:人员|员工|工)?|村(?:党支部|党总支|支部|两委|委会|民委员会)?(?:原|副|前)*(?:书记|主任|支书|会计|文书|委员|干部|组长)|(?:其|之|的)(?:妻|夫|子|女|父|母|弟|兄|姐|妹|妻子|丈夫|儿子|女儿|弟弟|哥哥|姐姐|妹妹|妻弟|岳父|外甥|侄子|表弟|堂弟|女婿)|[一-龥](?<!领导|参与|组织|决策|或|记)者|(?:民|技|杂|瓦|木|电|焊|长|短|包|钟点|零|清洁|搬运)工|贩)(?:负责人|代表|联系人|经办人|业务员|经理|老板)?(?:为|是|系|叫|姓名)?[:("]?$|(?:出租|转租|租|承包|发包|转包|分包|出售|卖|转让|销售)给$`,
)
export const outsiderAfter = new RegExp(
  `^(?:(?:[(,](?:系|是|为|即|男,|女,)?|系|是|为)[^,。;()]{0,10}(?:${outsiderRole})(?=[,。;)(的等]|$)|[(,]?(?:身份证|统一社会信用|手机号|账号|卡号|户名)|经营(?:的|餐|饭|酒|超|店|养|商|.{0,4}(?:店|馆|场|厅|部|公司))|承包的|控股的|实际控制|投资的|开办的|注册的|家庭|家(?!庄|坪|湾|村|属)|户(?!籍|口|名)|等\\d+(?:户|名(?:村民|群众|农户|学生|职工)))`,
)
/** An organisation outside the register, ending where the post or the name begins. */
export const outsideOrganisation =
  /(?:公司|集团|企业|工厂|[一-龥]厂|商行|商店|商场|超市|饭店|酒店|宾馆|餐馆|餐厅|门市部|经营部|工作室|事务所|合作社|农场|林场公司|养殖场|种植园|协会|商会|促进会|基金会|银行|支行|分行|信用社|营业部|村委会|村民委员会|居委会|居民委员会|[一-龥]村|社区|施工队|工程队|项目部|加油站|诊所|药店|车行|茶楼|旅行社|媒体|杂志社|报社|村民小组|[一-龥]组)(?:的|原|时任|现任)?$/
/** A unit of another place (东平县财政局) that the register does not hold. */
export const foreignUnit =
  /[一-龥]{2,4}[省市县区州旗][一-龥]{1,14}(?:局|委|办|厅|(?<!干)部|院|中心|政府|法院|检察院|公司|银行|学校|大学|医院)(?:的|原|时任|现任)?$/
export const auditTeam = /(?:审计组组长|审计组副组长|审计组长|审计组成员|主审|审计人员|审计组|项目主审|复核人员?|审理人员?)[:、]?$/

/** Placeholders for people who are not to be named: never linked. */
export const redactedName = /(?:欧阳|上官|司马|诸葛|皇甫|尉迟|令狐|慕容|司徒|东方|夏侯|公孙|[一-龥])(?:某某|某[甲乙丙丁戊]?|××|xx|\*{1,2})/g

export const yearInText = /(?<!\d)((?:19|20)\d{2})(?=年|-\d{1,2}(?!\d)|\.\d{1,2}(?!\d))/g
export const yearRange = /(?<!\d)((?:19|20)\d{2})年?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:至|到|-|—|~)((?:19|20)\d{2})年/g

export const endsLine = new Set('。;:!?.,)"》')
export const startsItem = /^\s*(?:[(（]?[一二三四五六七八九十百\d]{1,4}[)）、.．]|第[一二三四五六七八九十百\d]{1,4}[章节条]|[-*•●])/

/** Words for "the unit spoken of". */
export const unitAnaphor =
  /(?:被审计单位|该单位|本单位|我单位|该(?:局|委|办|院|校|县|区|市|镇|乡|中心|公司|集团|街道|医院|学校|部门|厅|部|馆|所|站)|[本我](?:局|委|院|校|中心|公司|镇|乡|县|区|市)(?!部|级))/g
export const auditedOnly = /被审计单位|[本我]/
export const looseAnaphor = /单位|部门/
/** Document-made abbreviation after a unit's name. */
export const shortenedTo = /^\((?:[^()]{0,20}[,;])?(?:以下|下)(?:统|均)?(?:简称|称)(?:为)?:?"?([^"()]{2,16})"?\)/

export const placeEnd = /[省市县区州盟旗镇乡]$|街道$/
export const nextIsPlaceWord = /^(?:域|划|间|分|块|位|场|政|级|直|民|容|面)/

/** A sentence that speaks of a fault, a liability or a sanction: it reaches a portrait only once a person has confirmed the link. */
export const adverse =
  /违|擅自|直接责任|领导责任|主管责任|负有|责任人|挪用|侵占|套取|骗取|虚报|虚列|截留|私设|隐瞒|失职|渎职|失察|未按|未经|未履行|未及时|不规范|不实|造成损失|损失浪费|超标准|超范围|超预算|处分|移送|立案|问责|约谈|诫勉|受贿|贿|谋取|利益输送|把关不严|审核不严|收受|多计|少计|漏缴|欠缴|问题/
