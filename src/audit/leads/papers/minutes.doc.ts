import { line, long, onDay, rows } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'

/** 线索会商研判纪要: who was called, what each said, what was concluded. */
export const leadMinutes = documentType({
  id: 'leadMinutes',
  name: { zh: '线索会商研判纪要', en: 'Minutes of the joint assessment' },
  group: 'meeting',
  frame: 'minutes',
  title: '线索会商研判纪要',
  signed: false,
  apart: true,
  fields: {
    leadNumber: line('线索编号', 'Lead'),
    matter: line('移送事项', 'Matter'),
    unit: line('涉及单位', 'Unit'),
    persons: line('涉及人员', 'Persons').optional(),
    on: onDay('研判日期', 'Assessed on'),
    facts: long('主要事实', 'Facts'),
    opinions: rows('研判意见', 'Opinions', {
      organ: line('参加单位', 'Organ'),
      name: line('发言人', 'By').optional(),
      stance: line('意见', 'Opinion'),
      reason: line('理由', 'Reason').optional(),
    }),
    conclusion: long('研判结论', 'Conclusion'),
  },
  numbered: false,
  served: false,
  secrecy: 'workSecret',
  layout: [
    { part: 'text', text: '{研判日期}，市委审计委员会办公室组织联席会议有关成员单位对线索{线索编号}“{移送事项}”进行会商研判，纪要如下：' },
    { part: 'text', text: '涉及单位：{涉及单位}。' },
    { part: 'when', field: 'persons', parts: [{ part: 'text', text: '涉及人员：{涉及人员}。' }] },
    { part: 'heading', level: 1, text: '一、主要事实' },
    { part: 'long', field: 'facts' },
    { part: 'heading', level: 1, text: '二、各单位意见' },
    { part: 'table', field: 'opinions', widths: [4, 2.5, 2.5, 5] },
    { part: 'heading', level: 1, text: '三、研判结论' },
    { part: 'long', field: 'conclusion' },
  ],
  sample: {
    leadNumber: 'XS-2026-A1B2C3D',
    matter: '材料退款转入个人账户',
    unit: '澜江市公路养护中心',
    persons: '出纳钱某某',
    on: '2026-03-02',
    facts: '2023年，材料供应商退款18.60万元转入出纳个人银行账户，至审计时未入账。',
    opinions: [
      { organ: '纪检监察机关', name: '章平', stance: '同意移送', reason: '事实清楚，应由纪检监察机关调查' },
      { organ: '组织部门', name: '葛青', stance: '修改后移送', reason: '补充任职文件' },
    ],
    conclusion: '一致同意移送市纪委监委，补充任职文件后办理。',
  },
})
