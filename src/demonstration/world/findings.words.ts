/** What the auditors of the running audit write down, for the demonstration of findings. */
export const roadLaws: readonly { name: string; text: string }[] = [
  {
    name: '澜江市公路养护工程招标管理办法(2019-05-20).md',
    text: [
      '# 澜江市公路养护工程招标管理办法',
      '2019年5月20日 澜江市人民政府第3次常务会议通过',
      '<!-- INFO END -->',
      '第一条 为了规范公路养护工程招标投标活动，制定本办法。',
      '第二条 本市行政区域内公路养护工程的招标投标，适用本办法。',
      '第三条 交通运输部门负责公路养护工程招标投标的监督管理。',
      '第四条 单项合同估算价达到规定标准的养护工程必须公开招标，不得以化整为零等方式规避招标。',
      '第五条 本办法自2019年7月1日起施行。',
    ].join('\n\n'),
  },
  {
    name: '澜江市公路养护工程招标管理办法(2025-01-15).md',
    text: [
      '# 澜江市公路养护工程招标管理办法',
      '2019年5月20日 澜江市人民政府第3次常务会议通过',
      '2025年1月15日 澜江市人民政府第45次常务会议修订',
      '<!-- INFO END -->',
      '第一条 为了规范公路养护工程招标投标活动，制定本办法。',
      '第二条 本市行政区域内公路养护工程的招标投标，适用本办法。',
      '第三条 交通运输部门负责公路养护工程招标投标的监督管理。',
      '第四条 养护工程应当编制年度招标计划，并在公共资源交易平台公布。',
      '第五条 单项合同估算价达到规定标准的养护工程必须公开招标，不得以化整为零等方式规避招标。',
      '第六条 本办法自2025年3月1日起施行。',
    ].join('\n\n'),
  },
  {
    name: '澜江市机关公务用车管理暂行办法(2012-03-10).md',
    text: [
      '# 澜江市机关公务用车管理暂行办法',
      '2012年3月10日 澜江市人民政府第1次常务会议通过',
      '<!-- INFO END -->',
      '第一条 为了规范机关公务用车管理，制定本办法。',
      '第二条 本市各级机关公务用车的配备、使用和处置，适用本办法。',
      '第三条 公务用车实行编制管理，不得超编制、超标准配备，不得向下属单位借用车辆。',
      '第四条 本办法自2012年5月1日起施行。',
    ].join('\n\n'),
  },
]

export const law = { road: '澜江市公路养护工程招标管理办法', cars: '澜江市机关公务用车管理暂行办法' } as const
export const repeal = { on: '2022-01-01', basis: '澜江市人民政府令第18号宣布废止' } as const

export const again = {
  standard: '达到规定标准的事项应当按规定程序办理，以前审计指出的问题应当整改到位。',
  facts: '审计发现，2024年该问题再次发生：',
  cause: '内部控制不健全，对以前审计查出的问题只改个案、未建制度。',
  consequence: '增加财政支出，影响资金使用效益。',
  amount: '86.00万元',
} as const

export const cars = {
  title: '公务用车超编制并向下属单位借用车辆',
  problemClass: 'F05-05',
  standard: '公务用车实行编制管理，不得向下属单位借用车辆。',
  facts: '2023年至2024年，局机关向下属单位借用公务用车2辆，由下属单位列支运行费12.60万元。',
  cause: '公务用车管理职责不清。',
  consequence: '费用转嫁下属单位。',
  amount: '12.60万元',
  loose: ['《澜江市机关公务用车管理暂行办法》第三条'],
} as const

/** The short report of the earlier audit; one amount in it is not that of the record. */
export const resultReport = {
  name: '澜审经责结〔2025〕14号.txt',
  head: ['关于周明远同志任澜江市交通运输局局长期间经济责任审计结果的报告', '澜审经责结〔2025〕14号', '一、审计发现的主要问题'],
  close: ['二、审计建议', '健全内部控制，落实整改责任。', '澜江市审计局', '2025年8月22日'],
} as const

export const classes = [
  {
    code: 'F07-89',
    parent: 'F07',
    zh: '养护工程管理（旧）',
    en: 'Road upkeep (former)',
    validFrom: '2015-01-01',
    validUntil: '2024-12-31',
  },
  {
    code: 'F07-81',
    parent: 'F07',
    zh: '养护工程拆分规避招标',
    en: 'Road upkeep split to avoid tender',
    validFrom: '2025-01-01',
    validUntil: null,
  },
] as const
export const remap = {
  oldCode: 'F07-89',
  startsOn: '2025-01-01',
  reason: '本地类别细分，旧类按近三年金额比例折算',
  to: [
    { newCode: 'F07-81', share: 700 },
    { newCode: 'F07-02', share: 300 },
  ],
} as const
export const verdict = '同一单位同类事项再次发生，以前整改未形成制度'
export const setAside = '基本情况标题，不作为问题'
