import { line, long } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'
import { common } from '../common.doc.ts'

const { official, post, unit, period, entryOn, leader, deputies, members, hotline } = common

/** 审计通知书: served at least the statutory working days before entry (Audit Law, article 42). */
export const auditNotice = documentType({
  id: 'auditNotice',
  name: { zh: '审计通知书', en: 'Audit notice' },
  group: 'start',
  frame: 'document',
  title: '关于对{被审计领导干部}同志任{职务}期间\n经济责任履行情况进行审计的通知',
  fields: {
    ...{ official, post, unit, period, entryOn, leader, deputies: deputies.optional(), members },
    reach: long('延伸审计范围', 'Reach beyond the period').optional(),
    materials: long('应提供资料', 'Materials to be ready'),
    discipline: long('审计纪律', 'Discipline of the team'),
    hotline,
    mailbox: line('举报信箱', 'Mailbox').optional(),
  },
  numbered: true,
  served: true,
  secrecy: 'internal',
  addressee: '{被审计单位}并{被审计领导干部}同志',
  copyTo: '市纪委监委，市委组织部',
  layout: [
    {
      part: 'text',
      text: '根据《中华人民共和国审计法》第五十八条、《党政主要领导干部和国有企事业单位主要领导人员经济责任审计规定》和年度审计项目计划，决定派出审计组，自{进点日期}起，对{被审计领导干部}同志任{职务}期间（{审计期间}）的经济责任履行情况进行就地审计。',
    },
    { part: 'long', field: 'reach' },
    { part: 'text', text: '请予积极配合，如实、及时、完整提供有关资料和必要的工作条件，并对所提供资料的真实性和完整性作出书面承诺。' },
    { part: 'heading', level: 1, text: '一、审计组组成' },
    { part: 'text', text: '审计组组长：{审计组组长}' },
    { part: 'when', field: 'deputies', parts: [{ part: 'text', text: '审计组副组长：{审计组副组长}' }] },
    { part: 'text', text: '审计组成员：{审计组成员}' },
    { part: 'heading', level: 1, text: '二、应提供的资料' },
    { part: 'long', field: 'materials' },
    { part: 'heading', level: 1, text: '三、审计纪律与监督' },
    { part: 'long', field: 'discipline' },
    { part: 'text', text: '监督举报电话：{监督举报电话}' },
    { part: 'when', field: 'mailbox', parts: [{ part: 'text', text: '举报信箱：{举报信箱}' }] },
  ],
  sample: {
    official: '周明远',
    post: '澜江市交通运输局局长',
    unit: '澜江市交通运输局',
    period: '2021年3月至2025年12月',
    entryOn: '2026-03-16',
    leader: '沈若谷',
    deputies: '韩素',
    members: '林一川、㐂田禾、顾清越',
    reach: '重大事项可以追溯到相关年度，必要时延伸至有关单位。',
    materials:
      '1. 任职期间履行经济责任情况的述职报告；\n2. 财政收支、财务收支及有关经济活动的账簿、凭证、报表和电子数据；\n3. 党组会议、局长办公会议纪要，重大经济事项决策档案；\n4. 以往审计、巡察、检查发现问题的整改情况。',
    discipline: '审计组严格执行审计“四严禁”工作要求和审计“八不准”工作纪律，不得接受被审计单位的宴请、礼品和任何费用。',
    hotline: '0990-6612388',
    mailbox: '澜江市审计局一楼大厅举报箱',
  },
})
