import { line, long, onDay } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'

/** 送达回证: who received which paper, how and when (implementing rules, article 46). */
export const serviceProof = documentType({
  id: 'serviceProof',
  name: { zh: '送达回证', en: 'Proof of service' },
  group: 'start',
  frame: 'sheet',
  title: '送达回证',
  fields: {
    paper: line('送达文书', 'Paper served'),
    paperNumber: line('文书字号', 'Its number').optional(),
    recipient: line('受送达人', 'Recipient'),
    place: line('送达地点', 'Place').optional(),
    method: line('送达方式', 'Method'),
    deliverer: line('送达人', 'Deliverer'),
    sentOn: onDay('送出日期', 'Sent on'),
    servedOn: onDay('签收日期', 'Received on').optional(),
    signer: line('签收人', 'Signed by').optional(),
    refusal: long('拒收或代收事由、见证人', 'Refusal, substitute, witness').optional(),
    note: long('备注', 'Note').optional(),
  },
  numbered: false,
  served: false,
  secrecy: 'open',
  layout: [
    {
      part: 'form',
      rows: [
        ['paper'],
        ['paperNumber'],
        ['recipient'],
        ['place', 'method'],
        ['deliverer', 'sentOn'],
        { field: 'signer', lines: 3 },
        { field: 'servedOn', lines: 2 },
        { field: 'refusal', lines: 5 },
        { field: 'note', lines: 3 },
      ],
    },
  ],
  sample: {
    paper: '审计通知书',
    paperNumber: '澜审经责通〔2026〕12号',
    recipient: '澜江市交通运输局',
    place: '澜江市交通运输局办公室',
    method: '直接送达',
    deliverer: '林一川、顾清越',
    sentOn: '2026-03-10',
    servedOn: '2026-03-10',
    signer: '王文书',
    refusal: '无',
    note: '另附被审计领导干部本人签收联。',
  },
})
