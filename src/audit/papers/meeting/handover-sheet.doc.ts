import { line, onDay, rows } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'
import { common } from '../common.doc.ts'

const { unit } = common

/** 离任交接表: what is handed over on leaving, signed by three. */
export const handoverSheet = documentType({
  id: 'handoverSheet',
  name: { zh: '离任经济事项交接表', en: 'Handover on leaving' },
  group: 'meeting',
  frame: 'sheet',
  title: '领导干部离任经济事项交接表',
  fields: {
    unit,
    from: line('移交人', 'Handed over by'),
    to: line('接收人', 'Received by'),
    witness: line('监交人', 'Witness'),
    on: onDay('交接日期', 'On'),
    items: rows('交接事项', 'Matters', {
      matter: line('事项', 'Matter'),
      state: line('现状', 'State'),
      amount: line('金额或数量', 'Amount').optional(),
      note: line('遗留问题', 'Left open').optional(),
    }),
  },
  numbered: false,
  served: false,
  secrecy: 'internal',
  layout: [
    { part: 'form', rows: [['unit'], ['from', 'to'], ['witness', 'on']] },
    { part: 'table', field: 'items', widths: [4, 4, 3, 4] },
    { part: 'sign', lines: ['移交人（签名）：', '接收人（签名）：', '监交人（签名）：'] },
  ],
  sample: {
    unit: '澜江市水利局',
    from: '唐砚秋',
    to: '贺兰川',
    witness: '市委组织部 何守拙',
    on: '2026-10-20',
    items: [
      { matter: '在建工程项目', state: '在建5项', amount: '3.26亿元', note: '1项超概算待批' },
      { matter: '债务', state: '无隐性债务', amount: '0.00元', note: '无' },
    ],
  },
})
