import { line, long } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'
import { common } from '../common.doc.ts'

const { unit, official } = common

/** 承诺书: the unit or the official answers for the materials given (implementing rules, article 28). */
export const commitment = documentType({
  id: 'commitment',
  name: { zh: '承诺书', en: 'Letter of commitment' },
  group: 'start',
  frame: 'sheet',
  title: '承诺书',
  fields: {
    ...{ unit, official: official.optional() },
    auditor: line('审计机关', 'Audit office'),
    materials: long('提供资料', 'Materials given'),
    promise: long('承诺事项', 'What is promised'),
    contact: line('经办人及电话', 'In charge'),
  },
  numbered: false,
  served: false,
  secrecy: 'internal',
  addressee: '{审计机关}',
  layout: [
    { part: 'text', text: '{被审计单位}已按审计要求提供下列资料：' },
    { part: 'long', field: 'materials' },
    { part: 'text', text: '现郑重承诺如下：' },
    { part: 'long', field: 'promise' },
    { part: 'when', field: 'official', parts: [{ part: 'text', text: '被审计领导干部：{被审计领导干部}（签名）' }] },
    { part: 'text', text: '经办人及电话：{经办人及电话}' },
    { part: 'sign', lines: ['承诺单位（盖章）：', '单位负责人（签名）：', '日期：　　　年　　月　　日'] },
  ],
  sample: {
    unit: '澜江市交通运输局',
    official: '周明远',
    auditor: '澜江市审计局',
    materials: '1. 2021年至2025年财务账簿、凭证、报表和电子数据备份；\n2. 党组会议、局长办公会议纪要；\n3. 合同、招标投标和资产管理资料。',
    promise:
      '1. 所提供的资料真实、完整，没有隐匿、转移、篡改、毁弃；\n2. 没有在规定账簿以外设立账外资金、账外资产；\n3. 如有不实，由本单位和本人承担相应责任。',
    contact: '王文书 0990-6620011',
  },
})
