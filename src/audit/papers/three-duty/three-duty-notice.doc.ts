import { line, long } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'
import { common } from '../common.doc.ts'

const { official, post, unit } = common

/** 三责联审通知书: personnel choice, staffing and economic responsibility reviewed together. */
export const threeDutyNotice = documentType({
  id: 'threeDutyNotice',
  name: { zh: '三责联审通知书', en: 'Notice of the three-duty review' },
  group: 'threeDuty',
  frame: 'document',
  title: '关于对{被审计领导干部}同志开展三责联审的通知',
  fields: {
    ...{ official, post, unit },
    period: line('审查期间', 'Period'),
    content: long('联审内容', 'What is reviewed'),
    members: long('联审组组成', 'Who reviews'),
    selfCheck: long('自检自查要求', 'Self-check'),
    discipline: long('工作纪律', 'Discipline'),
    contact: line('联系人及电话', 'Contact'),
  },
  numbered: true,
  served: true,
  secrecy: 'internal',
  addressee: '{被审计单位}',
  layout: [
    {
      part: 'text',
      text: '经研究，决定对{被审计领导干部}同志任{职务}期间（{审查期间}）的选人用人责任、机构编制责任和经济责任履行情况开展联合审查、审核和审计。',
    },
    { part: 'heading', level: 1, text: '一、联审内容' },
    { part: 'long', field: 'content' },
    { part: 'heading', level: 1, text: '二、联审组组成' },
    { part: 'long', field: 'members' },
    { part: 'heading', level: 1, text: '三、自检自查' },
    { part: 'long', field: 'selfCheck' },
    { part: 'heading', level: 1, text: '四、工作纪律' },
    { part: 'long', field: 'discipline' },
    { part: 'text', text: '联系人及电话：{联系人及电话}' },
  ],
  sample: {
    official: '周明远',
    post: '澜江市交通运输局局长',
    unit: '澜江市交通运输局',
    period: '2021年3月至2025年12月',
    content: '选人用人责任审查、机构编制责任审核、经济责任审计。',
    members: '市委组织部、市委编办、市审计局共9人，组长由市委组织部负责同志担任。',
    selfCheck: '请于进点前提交自检自查报告。',
    discipline: '严格保密，严守廉洁纪律，不干预被审查单位正常工作。',
    contact: '何守拙 0990-6610021',
  },
})
