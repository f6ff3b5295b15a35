import { documentType } from '../../../office/documents/rules/type.ts'
import { common, findingParts, someReport } from '../common.doc.ts'

const { official, post, unit, period, basis, conduct, background, performance, corrected, evaluation, advice, findings } = common

/** 审计报告（征求意见稿）: goes to the official and to the unit; they answer within the statutory working days. */
export const draftReport = documentType({
  id: 'draftReport',
  name: { zh: '审计报告（征求意见稿）', en: 'Report, draft for comment' },
  group: 'report',
  frame: 'sheet',
  title: '关于{被审计领导干部}同志任{职务}期间经济责任履行情况的审计报告（征求意见稿）',
  signed: true,
  fields: {
    ...{ official, post, unit, period, basis, conduct, background, performance },
    ...{ findings, corrected: corrected.optional(), evaluation, advice },
  },
  numbered: false,
  served: true,
  secrecy: 'workSecret',
  layout: [
    { part: 'long', field: 'basis' },
    { part: 'long', field: 'conduct' },
    { part: 'text', text: '被审计单位：{被审计单位}；审计期间：{审计期间}。' },
    { part: 'heading', level: 1, text: '一、基本情况' },
    { part: 'long', field: 'background' },
    { part: 'heading', level: 1, text: '二、履行经济责任的主要情况' },
    { part: 'long', field: 'performance' },
    { part: 'heading', level: 1, text: '三、审计发现的主要问题和责任界定' },
    ...findingParts,
    { part: 'heading', level: 1, text: '四、审计评价' },
    { part: 'long', field: 'evaluation' },
    { part: 'heading', level: 1, text: '五、审计建议' },
    { part: 'long', field: 'advice' },
  ],
  sample: someReport,
})
