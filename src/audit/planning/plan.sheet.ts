import type { BoardItem } from './rules/shapes.ts'
import { words } from './words.ts'

export const planHeaders = [
  '序号',
  '年度',
  '季度',
  '姓名',
  '官员编号',
  '单位',
  '职务',
  '类别',
  '审计类型',
  '审计组',
  '人天',
  '审计责任分',
  '阶段',
  '事由',
  '理由',
] as const

/** One row of the exported plan. */
export const planCells = (item: BoardItem, at: number): string[] => [
  String(at + 1),
  String(item.year),
  String(item.window),
  item.name,
  item.number,
  item.unitName,
  item.post,
  item.class ?? '',
  words.auditKind[item.kind].zh,
  item.teamName,
  String(item.effortDays),
  String(item.score),
  words.stage[item.stage].zh,
  words.change[item.change].zh,
  item.reason ?? '',
]
