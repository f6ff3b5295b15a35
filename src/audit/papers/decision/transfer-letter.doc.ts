import { line, long, rows } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'
import { common } from '../common.doc.ts'

const { official, unit } = common

/** 审计移送处理书: facts, qualification, basis, opinion, what answer is asked for, list of evidence. */
export const transferLetter = documentType({
  id: 'transferLetter',
  name: { zh: '审计移送处理书', en: 'Transfer letter' },
  group: 'decision',
  frame: 'document',
  title: '审计移送处理书',
  fields: {
    unit,
    official: official.optional(),
    receiver: line('受理机关', 'Receiving body'),
    facts: long('移送事实', 'Facts'),
    qualification: long('定性', 'Qualification'),
    basis: long('定性依据', 'Basis'),
    opinion: long('移送意见', 'Opinion'),
    feedback: long('反馈要求', 'Answer asked for'),
    evidence: rows('证据清单', 'Evidence', {
      name: line('名称', 'Name'),
      pages: line('页数', 'Pages').optional(),
      origin: line('来源', 'Origin'),
    }),
  },
  numbered: true,
  served: true,
  secrecy: 'workSecret',
  addressee: '{受理机关}',
  layout: [
    { part: 'text', text: '在对{被审计单位}的审计中，发现下列事项需要移送你单位依法处理。' },
    { part: 'when', field: 'official', parts: [{ part: 'text', text: '涉及人员：{被审计领导干部}。' }] },
    { part: 'heading', level: 1, text: '一、主要事实' },
    { part: 'long', field: 'facts' },
    { part: 'heading', level: 1, text: '二、定性及依据' },
    { part: 'long', field: 'qualification' },
    { part: 'long', field: 'basis' },
    { part: 'heading', level: 1, text: '三、移送意见' },
    { part: 'long', field: 'opinion' },
    { part: 'heading', level: 1, text: '四、反馈要求' },
    { part: 'long', field: 'feedback' },
    { part: 'heading', level: 1, text: '五、证据清单' },
    { part: 'table', field: 'evidence', widths: [6, 1.5, 5] },
  ],
  sample: {
    unit: '澜江市公路养护中心',
    official: '钱某某',
    receiver: '澜江市纪委监委',
    facts: '2023年，材料供应商退款18.60万元转入出纳钱某某个人银行账户，至审计时未入账。',
    qualification: '涉嫌职务违法。',
    basis: '《中华人民共和国监察法》第三十七条、《中华人民共和国审计法》第四十五条。',
    opinion: '请依法调查处理，追缴涉案资金。',
    feedback: '请将受理和办理结果书面告知审计机关。',
    evidence: [
      { name: '退款转账回单', pages: '3', origin: '澜江农村商业银行' },
      { name: '供应商情况说明', pages: '2', origin: '澜江筑路材料有限公司' },
    ],
  },
})
