import { line, long } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'
import { common } from '../common.doc.ts'

const { official, post, unit } = common

/** 容错申请: which ground, what facts, no private gain. */
export const toleranceRequest = documentType({
  id: 'toleranceRequest',
  name: { zh: '容错免责申请书', en: 'Request for tolerance' },
  group: 'appeal',
  frame: 'sheet',
  title: '容错免责申请书',
  fields: {
    ...{ unit, official, post },
    matter: line('涉及问题', 'Finding'),
    ground: line('申请情形', 'Ground'),
    facts: long('事实经过', 'Facts'),
    forbidden: line('当时有无禁止性规定', 'Was it forbidden'),
    gain: line('有无谋取私利', 'Private gain'),
    procedure: long('决策程序', 'Procedure followed'),
    repaired: long('后果挽回情况', 'What was repaired'),
    opinion: long('审计组意见', 'Team’s opinion').optional(),
  },
  numbered: false,
  served: false,
  secrecy: 'workSecret',
  layout: [
    {
      part: 'form',
      rows: [
        ['unit'],
        ['official', 'post'],
        ['matter', 'ground'],
        ['forbidden', 'gain'],
        { field: 'facts', lines: 4 },
        { field: 'procedure', lines: 2 },
        { field: 'repaired', lines: 2 },
        { field: 'opinion', lines: 2 },
      ],
    },
    { part: 'sign', lines: ['申请人（签名或盖章）：', '日期：　　　年　　月　　日'] },
  ],
  sample: {
    unit: '澜江市交通运输局',
    official: '周明远',
    post: '局长',
    matter: '公交一卡通试点超出预算',
    ground: '探索性试验中的失误',
    facts: '2023年在没有先例的情况下试点市域公交一卡通，设备采购超出预算86.00万元。',
    forbidden: '没有',
    gain: '没有',
    procedure: '经党组会议集体研究，并报市政府同意。',
    repaired: '2024年全面推广后运营补贴下降，超支部分已消化。',
    opinion: '符合容错情形，建议从轻定责。',
  },
})
