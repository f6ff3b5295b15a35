/** Six bureaus and two firms of the fictional city, audited in two years, as the workbooks a clerk would bring. */
const csv = (lines: readonly string[]) => `${lines.join('\n')}\n`
const bureaus = ['财政局', '教育局', '民政局', '农业局', '文旅局', '商务局']
const firms = ['水务集团有限公司', '城投集团有限公司']
const names = ['温如玉', '石敢当', '白敬亭', '段誉之', '华山岳', '林震南', '江别鹤', '花无缺']
const pad = (at: number) => String(at + 1).padStart(2, '0')

export const riskUnits = csv([
  '编号,单位全称,简称,类别,级别,上级编号,区划代码,曾用名',
  ...bureaus.map((name, at) => `R${pad(at)},澜江市${name},市${name},党政部门,正县处级,,990100,`),
  ...firms.map((name, at) => `R${pad(at + 6)},澜江市${name},,国有企业,正县处级,,990100,`),
])
export const riskOfficials = csv(['编号,姓名,性别,出生年月,曾用名', ...names.map((name, at) => `RL${pad(at)},${name},男,1972-0${at + 1},`)])
export const riskTenures = csv([
  '官员编号,单位编号,职务,主要负责人,任职起,任职止,对象类别,依据文号',
  ...names.map((_, at) => `RL${pad(at)},R${pad(at)},主要负责人,是,2018-01-01,,A,`),
])
const audit = (year: number, at: number) =>
  `${year},${names[at]},RL${pad(at)},主要负责人,R${pad(at)},澜江市审计局,${year}-03-01至${year}-08-20,任中,,,,`
export const riskAudits = csv([
  '年度,姓名,官员编号,职务,被审计单位,审计单位,审计时间,审计类型,审计结论,主要问题,备注,报告文件',
  ...names.map((_, at) => audit(2025, at)),
  ...[0, 1].map((at) => audit(2024, at)),
])
const finding = (number: string, about: { year: number; at: number; class: string; title: string; facts: string; breach?: string }) =>
  [
    ...[number, `${about.year}-R${pad(about.at)}-RL${pad(about.at)}-R`, about.title, about.class, about.facts, `R${pad(about.at)}`],
    ...['', '', about.breach ?? '', '', '', '', '《中华人民共和国招标投标法》第四条', `RL${pad(about.at)}`, '领导责任', '', '', '', ''],
  ].join(',')
const split = (year: number, at: number, tail: string) => ({
  ...{ year, at, class: 'F07-02', title: '化整为零规避招标', breach: '"1,000,000.00"' },
  facts: `澜江市${bureaus[at] ?? ''}${names[at]}同志任职期间，将${tail}拆分发包。`,
})
export const riskFindings = csv([
  '问题编号,项目编号,标题,问题类别,事实,单位编号,起,止,违规金额(元),损失浪费金额(元),管理不规范金额(元),应上缴(元),依据,责任人编号,责任类型,本人意见,意见采纳,报告文件,报告段落',
  finding('R-25-001', split(2025, 0, '办公楼维修')),
  finding('R-25-002', split(2025, 1, '校舍维修')),
  finding('R-25-003', split(2025, 2, '养老院改造')),
  finding('R-25-004', { ...split(2025, 2, '养老院消防'), breach: '' }),
  finding('R-24-001', split(2024, 0, '绿化养护')),
  finding('R-25-005', { year: 2025, at: 3, class: 'F03-04', title: '结转结余资金未盘活', facts: '专项资金结余未盘活。' }),
  finding('R-25-006', { year: 2025, at: 6, class: 'F08-05', title: '内部控制缺失', facts: '不相容岗位未分离。' }),
])
