import { townAudits, townOfficials, townTenures, townUnits } from '../projects/samples.ts'

/** The registers and audits of the small city, in the order they are imported. */
export const townBooks = { units: townUnits, officials: townOfficials, tenures: townTenures, audits: townAudits } as const

const csv = (lines: readonly string[]) => `${lines.join('\n')}\n`
export const townProject = '2025-U012-LJ0001-R'
export const townDuties = csv([
  '项目编号,职责编号,职责,依据文件,依据条款,职务,任职期间起,任职期间止,履行方式,分工文件,涉及资金',
  `${townProject},Z01,主持全面工作，负责预算编制与执行,市交通运输局三定规定,第三条,局长,2022-07-01,2024-12-31,本人履行,局党组〔2022〕15号,部门预算`,
  `${townProject},Z02,农村公路养护资金分配,市交通运输局三定规定,第五条,局长,2022-07-01,2024-12-31,授权委托,局党组〔2022〕15号,养护资金`,
])
export const townDecisions = csv([
  '项目编号,事项编号,职责编号,决策事项,三重一大类别,日期,会议或批准文号,主持人,出席人数,赞成,反对,不同意见,金额（万元）,结果,执行单位,资料',
  `${townProject},S01,Z02,审定2023年养护资金分配方案,大额资金使用,2023-03-18,局长办公会纪要〔2023〕5号,周明远,7,6,1,一名副局长认为应先核实里程,1250.00,已下达,市公路中心,会议纪要`,
])
export const townChecks = csv([
  '项目编号,核查编号,职责编号,事项编号,核查步骤,核查方法,审计人员,证据编号,核查结果,未核查原因,问题编号,责任',
  `${townProject},H01,Z02,S01,核对分配方案与下达文件,审阅,陆川,,,,,`,
])
export const townNeeds = csv([
  '项目编号,需求编号,核查编号,数据集,数据所属单位,信息系统,字段,期间起,期间止,格式,用途,提出日期,期限,收到日期,质量检查,质量说明,保密等级,归还销毁,处置日期',
  `${townProject},D01,H01,预算指标与支付明细,澜江市财政局,预算管理一体化系统,指标文号、金额,2022-07-01,2024-12-31,CSV,比对资金分配与支付,2025-03-04,2025-03-10,2025-03-07,合格,,内部,,`,
])
