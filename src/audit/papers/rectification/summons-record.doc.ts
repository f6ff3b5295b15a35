import { line, long, onDay } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'
import { common } from '../common.doc.ts'

const { unit } = common

/** 约谈记录: what was demanded, what was answered, by when. */
export const summonsRecord = documentType({
  id: 'summonsRecord',
  name: { zh: '审计整改约谈记录', en: 'Record of the talk' },
  group: 'rectification',
  frame: 'sheet',
  title: '审计整改约谈记录',
  fields: {
    unit,
    person: line('约谈对象', 'Who was summoned'),
    talkers: line('约谈人', 'By'),
    recorder: line('记录人', 'Recorder'),
    on: onDay('约谈日期', 'Held on'),
    place: line('约谈地点', 'Place'),
    cause: long('约谈事由', 'Cause'),
    demands: long('整改要求', 'Demands'),
    statement: long('表态发言', 'Statement'),
    dueOn: onDay('完成时限', 'Due on'),
  },
  numbered: false,
  served: false,
  secrecy: 'workSecret',
  layout: [
    {
      part: 'form',
      rows: [
        ['unit'],
        ['person', 'talkers'],
        ['recorder', 'on'],
        ['place', 'dueOn'],
        { field: 'cause', lines: 3 },
        { field: 'demands', lines: 5 },
        { field: 'statement', lines: 5 },
      ],
    },
    { part: 'sign', lines: ['约谈对象（签名）：', '约谈人（签名）：'] },
  ],
  sample: {
    unit: '澜江市交通运输局',
    person: '周明远',
    talkers: '范仲弘、白若溪',
    recorder: '韩素',
    on: '2026-11-12',
    place: '市审计局第一会议室',
    cause: '2项问题逾期未完成整改。',
    demands: '12月底前收回出借资金，逐月书面报告进展。',
    statement: '表示接受批评，回去后召开党组会专题研究，按期完成。',
    dueOn: '2026-12-31',
  },
})
