import { long, rows } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'
import { common } from '../common.doc.ts'

const { unit, period } = common

/** 审计结果公告: what was audited, how much of which kind, the findings one by one, what was put right; no person is named. */
export const resultAnnouncement = documentType({
  id: 'resultAnnouncement',
  name: { zh: '审计结果公告', en: 'Announcement of results' },
  group: 'report',
  frame: 'document',
  title: '{被审计单位}经济责任审计结果公告',
  fields: {
    ...{ unit, period },
    counted: long('总体情况', 'In numbers'),
    announced: rows('审计发现的主要问题', 'Main findings', { item: long('问题表述', 'Finding as announced') }),
    corrected: long('审计发现问题的整改情况', 'What was put right').optional(),
    adopted: long('采纳建议情况', 'Advice adopted').optional(),
  },
  numbered: true,
  served: false,
  secrecy: 'open',
  layout: [
    { part: 'text', text: '根据年度审计项目计划，对{被审计单位}（{审计期间}）进行了经济责任审计。现将审计结果公告如下：' },
    { part: 'heading', level: 1, text: '一、总体情况' },
    { part: 'long', field: 'counted' },
    { part: 'heading', level: 1, text: '二、审计发现的主要问题' },
    { part: 'each', field: 'announced', parts: [{ part: 'text', text: '{序号}. {问题表述}' }] },
    { part: 'heading', level: 1, text: '三、整改情况' },
    { part: 'long', field: 'corrected' },
    { part: 'long', field: 'adopted' },
  ],
  sample: {
    unit: '澜江市交通运输局',
    period: '2021年3月至2025年12月',
    counted: '本次审计共发现问题2个，其中违规金额862.40万元、管理不规范金额1,306.00万元。',
    announced: [
      {
        item: '2023年至2024年，市交通运输局将养护工程化整为零规避公开招标，涉及违规金额862.40万元，不符合《中华人民共和国招标投标法》第四条的规定。',
      },
      { item: '截至2025年底，市交通运输局专项资金结转两年以上未盘活，涉及管理不规范金额1,306.00万元。' },
    ],
    corrected: '审计期间，已上缴结转资金1,100.00万元，修订招标采购管理办法。',
    adopted: '采纳审计建议2条，完善制度2项。',
  },
})
