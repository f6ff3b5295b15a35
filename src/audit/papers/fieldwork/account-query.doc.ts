import { line, long } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'
import { common } from '../common.doc.ts'

const { unit, auditKind } = common

/** 协助查询单位账户通知书: head of the audit office approves; two auditors present it (Audit Law, article 37). */
export const accountQuery = documentType({
  id: 'accountQuery',
  name: { zh: '协助查询单位账户通知书', en: 'Query of a unit’s accounts' },
  group: 'fieldwork',
  frame: 'letter',
  title: '协助查询单位账户通知书',
  fields: {
    ...{ unit, auditKind: auditKind.optional() },
    bank: line('金融机构', 'Bank'),
    accountHolder: line('被查询单位', 'Account holder'),
    accounts: long('账户与期间', 'Accounts and period'),
    ground: long('查询事由', 'Ground'),
    officers: line('查询人员及证件号', 'Officers and identity numbers'),
  },
  numbered: true,
  served: true,
  secrecy: 'workSecret',
  addressee: '{金融机构}',
  layout: [
    {
      part: 'text',
      text: '因对{被审计单位}开展{审计类型}审计工作需要，根据《中华人民共和国审计法》第三十七条规定，现派{查询人员及证件号}前往你单位查询{被查询单位}的账户，请予协助，并提供有关证明材料。',
    },
    { part: 'heading', level: 1, text: '一、查询事由' },
    { part: 'long', field: 'ground' },
    { part: 'heading', level: 1, text: '二、查询内容' },
    { part: 'long', field: 'accounts' },
    { part: 'text', text: '请对查询事项予以保密。' },
  ],
  sample: {
    unit: '澜江市交通运输局',
    auditKind: '任期经济责任',
    bank: '澜江农村商业银行营业部',
    accountHolder: '澜江通达航运有限公司',
    accounts: '2022年1月1日至2024年12月31日开立的全部账户及往来明细。',
    ground: '核实出借资金的去向和归还情况。',
    officers: '林一川（审证0117）、顾清越（审证0142）',
  },
})
