import { line, long, rows } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'

/** 巡审联动工作方案: which mode, who, when, what is shared. */
export const linkagePlan = documentType({
  id: 'linkagePlan',
  name: { zh: '巡审联动工作方案', en: 'Patrol and audit plan' },
  group: 'linkage',
  frame: 'document',
  title: '{轮次}巡审联动工作方案',
  fields: {
    round: line('轮次', 'Round'),
    mode: line('联动方式', 'Mode'),
    units: rows('联动对象', 'Units', {
      unit: line('单位', 'Unit'),
      patrol: line('巡察组', 'Patrol team'),
      audit: line('审计组', 'Audit team'),
    }),
    sharing: long('信息共享安排', 'What is shared'),
    schedule: long('时间安排', 'Schedule'),
    boundary: long('职责边界和保密要求', 'Boundary and secrecy'),
  },
  numbered: true,
  served: true,
  secrecy: 'workSecret',
  addressee: '各巡察组、审计组',
  layout: [
    { part: 'text', text: '为做好{轮次}巡审联动工作，采取{联动方式}，制定本方案。' },
    { part: 'heading', level: 1, text: '一、联动对象' },
    { part: 'table', field: 'units', widths: [5, 3, 3] },
    { part: 'heading', level: 1, text: '二、信息共享' },
    { part: 'long', field: 'sharing' },
    { part: 'heading', level: 1, text: '三、时间安排' },
    { part: 'long', field: 'schedule' },
    { part: 'heading', level: 1, text: '四、职责边界和保密要求' },
    { part: 'long', field: 'boundary' },
  ],
  sample: {
    round: '市委第三轮',
    mode: '同步式联动',
    units: [{ unit: '澜江市水利局', patrol: '市委第二巡察组', audit: '经济责任审计一组' }],
    sharing: '同一资料只调阅一次；每周召开一次会商会；移交事项逐件登记。',
    schedule: '3月同步进驻，5月底同步反馈。',
    boundary: '各自底稿独立保管，只共享经书面移交的事项。',
  },
})
