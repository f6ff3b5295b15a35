import { line, long, onDay, rows } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'
import { common } from '../common.doc.ts'

const { unit } = common

/** 审计整改函: asks a competent body to help with, or carry, the putting right (协助实施函, 协助整改函). */
export const rectificationLetter = documentType({
  id: 'rectificationLetter',
  name: { zh: '协助整改函', en: 'Letter asking for help' },
  group: 'rectification',
  frame: 'letter',
  title: '关于协助落实审计整改事项的函',
  fields: {
    unit,
    helper: line('协助单位', 'Helping body'),
    matters: rows('协助事项', 'Matters', {
      matter: line('事项', 'Matter'),
      request: line('协助内容', 'What is asked'),
      dueOn: onDay('期限', 'Due on').optional(),
    }),
    ground: long('事由', 'Ground'),
    contact: line('联系人及电话', 'Contact'),
  },
  numbered: true,
  served: true,
  secrecy: 'internal',
  addressee: '{协助单位}',
  copyTo: '{被审计单位}',
  layout: [
    { part: 'text', text: '在督促{被审计单位}整改过程中，有关事项需要你单位协助落实。' },
    { part: 'long', field: 'ground' },
    { part: 'table', field: 'matters', widths: [5, 6, 3] },
    { part: 'text', text: '请将办理情况书面函告。联系人及电话：{联系人及电话}' },
  ],
  sample: {
    unit: '澜江市交通运输局',
    helper: '澜江市财政局',
    matters: [{ matter: '结转资金1,306.00万元', request: '办理收回手续，统筹安排使用', dueOn: '2026-09-30' }],
    ground: '该局结转两年以上的专项资金须由财政部门收回预算。',
    contact: '韩素 0990-6612301',
  },
})
