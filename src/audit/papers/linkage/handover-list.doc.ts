import { line, onDay, rows } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'

/** 移交清单: what goes from patrol to audit or the other way, and what became of it. */
export const handoverList = documentType({
  id: 'handoverList',
  name: { zh: '巡审移交清单', en: 'Hand-over list' },
  group: 'linkage',
  frame: 'sheet',
  title: '巡审移交清单',
  fields: {
    from: line('移交单位', 'From'),
    to: line('接收单位', 'To'),
    on: onDay('移交日期', 'On'),
    items: rows('移交事项', 'Items', {
      content: line('内容', 'Content'),
      basis: line('依据材料', 'Basis'),
      verification: line('核查情况', 'Verified').optional(),
      used: line('运用情况', 'Used').optional(),
    }),
    receiver: line('接收人', 'Received by').optional(),
  },
  numbered: true,
  served: false,
  secrecy: 'workSecret',
  layout: [
    {
      part: 'form',
      rows: [
        ['from', 'to'],
        ['on', 'receiver'],
      ],
    },
    { part: 'table', field: 'items', widths: [5, 3, 4, 3] },
    { part: 'sign', lines: ['移交人（签名）：', '接收人（签名）：'] },
  ],
  sample: {
    from: '市委第二巡察组',
    to: '经济责任审计一组',
    on: '2026-04-18',
    items: [{ content: '反映下属单位虚报工程量', basis: '信访件1件', verification: '已抽查2个标段', used: '写入审计报告第5项' }],
    receiver: '沈若谷',
  },
})
