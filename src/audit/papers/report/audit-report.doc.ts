import { long } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'
import { common, findingParts, someReport } from '../common.doc.ts'

const { official, post, unit, period, basis, conduct, background, performance, corrected, evaluation, advice, findings } = common

/** 经济责任审计报告: to the official and the unit, with the way to object (2014 detailed rules, article 34). */
export const auditReport = documentType({
  id: 'auditReport',
  name: { zh: '经济责任审计报告', en: 'Audit report' },
  group: 'report',
  frame: 'document',
  title: '关于{被审计领导干部}同志任{职务}期间经济责任履行情况的审计报告',
  fields: {
    ...{ official, post, unit, period, basis, conduct, background, performance },
    pastDecisions: long('以往审计决定执行情况', 'Past decisions carried out').optional(),
    ...{ findings, corrected: corrected.optional(), evaluation, advice },
    rectifyBy: long('整改要求', 'What is to be put right'),
    appeal: long('申诉途径', 'How to object'),
  },
  numbered: true,
  served: true,
  secrecy: 'workSecret',
  addressee: '{被审计单位}并{被审计领导干部}同志',
  copyTo: '市纪委监委，市委组织部',
  layout: [
    { part: 'long', field: 'basis' },
    { part: 'long', field: 'conduct' },
    { part: 'text', text: '审计期间：{审计期间}。' },
    { part: 'heading', level: 1, text: '一、基本情况' },
    { part: 'long', field: 'background' },
    { part: 'heading', level: 1, text: '二、履行经济责任的主要情况' },
    { part: 'long', field: 'performance' },
    { part: 'long', field: 'pastDecisions' },
    { part: 'heading', level: 1, text: '三、审计发现的主要问题和责任界定' },
    ...findingParts,
    { part: 'heading', level: 1, text: '四、审计评价' },
    { part: 'long', field: 'evaluation' },
    { part: 'heading', level: 1, text: '五、审计建议和整改要求' },
    { part: 'long', field: 'advice' },
    { part: 'long', field: 'rectifyBy' },
    { part: 'long', field: 'appeal' },
  ],
  sample: {
    ...someReport,
    pastDecisions: '2022年审计决定要求上缴的非税收入36.20万元已全部上缴。',
    rectifyBy: '请自收到本报告之日起，按照规定期限将整改情况书面报告审计机关，并按规定公开整改结果。',
    appeal: '被审计领导干部对审计报告有异议的，可以自收到本报告之日起，在规定期限内向出具报告的审计委员会办公室申诉。',
  },
})
