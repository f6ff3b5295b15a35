import { line, long, rows } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'

/** 回头看报告: closed items looked at again: held, relapsed or false. */
export const lookBackReport = documentType({
  id: 'lookBackReport',
  name: { zh: '审计整改“回头看”报告', en: 'Look-back report' },
  group: 'rectification',
  frame: 'document',
  title: '关于{检查期间}审计整改“回头看”情况的报告',
  fields: {
    period: line('检查期间', 'Time looked at'),
    organised: long('组织情况', 'How it was organised'),
    items: rows('抽查情况', 'Items sampled', {
      unit: line('单位', 'Unit'),
      title: line('问题', 'Finding'),
      outcome: line('检查结果', 'Outcome'),
      note: line('说明', 'Note').optional(),
    }),
    problems: long('存在问题', 'What was found'),
    advice: long('工作建议', 'Advice'),
  },
  numbered: true,
  served: false,
  secrecy: 'internal',
  addressee: '市委审计委员会',
  layout: [
    { part: 'heading', level: 1, text: '一、组织情况' },
    { part: 'long', field: 'organised' },
    { part: 'heading', level: 1, text: '二、抽查情况' },
    { part: 'table', field: 'items', widths: [3, 5, 2, 4] },
    { part: 'heading', level: 1, text: '三、存在问题' },
    { part: 'long', field: 'problems' },
    { part: 'heading', level: 1, text: '四、工作建议' },
    { part: 'long', field: 'advice' },
  ],
  sample: {
    period: '2026年上半年',
    organised: '由市委督查室牵头，市审计局、市财政局参加，抽查已销号事项40项。',
    items: [
      { unit: '市水利局', title: '违规出租房产', outcome: '保持', note: '已公开招租' },
      { unit: '市民政局', title: '长期挂账未清理', outcome: '反弹', note: '新增挂账3笔，重新挂号' },
    ],
    problems: '个别单位整改停留在账面，制度执行不严。',
    advice: '对反弹事项重新挂号督办，对虚假整改严肃追责。',
  },
})
