import { line, long, onDay } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'

/** 移送回执: the receiver says on which day it received the letter, and by whose hand. */
export const leadReceipt = documentType({
  id: 'leadReceipt',
  name: { zh: '审计移送回执', en: 'Receipt of a transfer' },
  group: 'decision',
  frame: 'sheet',
  title: '审计移送回执',
  apart: true,
  fields: {
    auditor: line('移送机关', 'Sent by'),
    receiver: line('受理机关', 'Receiving body'),
    letterNumber: line('移送处理书文号', 'Transfer letter'),
    matter: line('移送事项', 'Matter'),
    receivedOn: onDay('签收日期', 'Received on'),
    by: line('签收人', 'Received by'),
    remarks: long('签收说明', 'Remarks').optional(),
  },
  numbered: false,
  served: false,
  secrecy: 'workSecret',
  addressee: '{移送机关}',
  layout: [
    { part: 'text', text: '{移送机关}：' },
    { part: 'text', text: '{移送处理书文号}审计移送处理书（移送事项：{移送事项}）及所附证据清单，我单位已于{签收日期}签收。' },
    { part: 'when', field: 'remarks', parts: [{ part: 'long', field: 'remarks' }] },
    { part: 'sign', lines: ['签收人：{签收人}', '{受理机关}', '{签收日期}'] },
  ],
  sample: {
    auditor: '澜江市审计局',
    receiver: '澜江市纪委监委',
    letterNumber: '澜审移〔2026〕3号',
    matter: '材料退款转入个人账户',
    receivedOn: '2026-03-12',
    by: '章平',
    remarks: '证据清单所列2份材料齐全。',
  },
})
