import { line, long, onDay } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'
import { common } from '../common.doc.ts'

const { official } = common

/** 审计结果更正通知书: tells whoever received an item what is to be read instead; the old wording is not repeated. */
export const correctionNotice = documentType({
  id: 'correctionNotice',
  name: { zh: '审计结果更正通知书', en: 'Correction notice' },
  group: 'appeal',
  frame: 'letter',
  title: '审计结果更正通知书',
  fields: {
    official,
    report: line('审计报告文号', 'Report').optional(),
    findingNumber: line('问题编号', 'Finding'),
    correctedOn: onDay('更正日期', 'Corrected on'),
    decidedBy: line('作出决定的机关', 'Decided by'),
    correction: long('更正内容', 'Correction'),
    reasons: long('更正理由', 'Reasons'),
    duties: long('请你单位办理', 'What the recipient does'),
    recipients: long('通知范围', 'Who is told').optional(),
  },
  numbered: true,
  served: true,
  secrecy: 'workSecret',
  addressee: '各有关接收单位',
  layout: [
    {
      part: 'text',
      text: '{被审计领导干部}同志对{审计报告文号}审计报告所列问题{问题编号}提出申诉，{作出决定的机关}于{更正日期}作出决定，更正如下：',
    },
    { part: 'long', field: 'correction' },
    { part: 'heading', level: 1, text: '一、更正理由' },
    { part: 'long', field: 'reasons' },
    { part: 'heading', level: 1, text: '二、有关要求' },
    { part: 'long', field: 'duties' },
    {
      part: 'when',
      field: 'recipients',
      parts: [
        { part: 'heading', level: 1, text: '三、通知范围' },
        { part: 'long', field: 'recipients' },
      ],
    },
  ],
  sample: {
    official: '周明远',
    report: '澜审经责报〔2026〕8号',
    findingNumber: 'F-26-004',
    correctedOn: '2026-09-28',
    decidedBy: '中共澜江市委审计委员会办公室',
    correction: '审计发现问题F-26-004中周明远同志的责任类型已于2026年9月28日经复查更正为领导责任。',
    reasons: '属于集体决策程序不完备，不符合直接责任的情形。',
    duties: '停止引用原内容；已据以形成材料的，予以更正；办理情况请于收到之日起十日内函告。',
    recipients: '市委组织部；市纪委监委；市交通运输局',
  },
})
