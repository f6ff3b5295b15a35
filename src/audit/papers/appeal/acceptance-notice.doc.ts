import { line, long, onDay } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'
import { common } from '../common.doc.ts'

const { official } = common

/** 申诉受理通知书: accepted on, decided by. */
export const acceptanceNotice = documentType({
  id: 'acceptanceNotice',
  name: { zh: '申诉受理通知书', en: 'Acceptance of a petition' },
  group: 'appeal',
  frame: 'letter',
  title: '申诉受理通知书',
  fields: {
    official,
    report: line('审计报告文号', 'Report'),
    filedOn: onDay('申诉日期', 'Filed on'),
    acceptedOn: onDay('受理日期', 'Accepted on'),
    dueOn: onDay('作出复查决定的期限', 'Decided by'),
    group: long('复查组', 'Who reviews'),
    rights: long('有关权利', 'Rights'),
  },
  numbered: true,
  served: true,
  secrecy: 'workSecret',
  addressee: '{被审计领导干部}同志',
  layout: [
    {
      part: 'text',
      text: '你于{申诉日期}对{审计报告文号}审计报告提出的申诉，我办已于{受理日期}受理，将于{作出复查决定的期限}前作出复查决定。',
    },
    { part: 'long', field: 'group' },
    { part: 'long', field: 'rights' },
  ],
  sample: {
    official: '周明远',
    report: '澜审经责报〔2026〕8号',
    filedOn: '2026-07-10',
    acceptedOn: '2026-07-14',
    dueOn: '2026-10-12',
    group: '复查组由未参加原审计的3名人员组成，组长程既白。',
    rights: '你可以补充材料，可以申请复查组成员回避。复查不会因申诉作出更重的认定。',
  },
})
