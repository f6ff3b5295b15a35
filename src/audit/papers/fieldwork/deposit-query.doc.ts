import { line, long } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'
import { common } from '../common.doc.ts'

const { unit } = common

/** 协助查询个人存款通知书: public money in a person's name; the principal head approves (Audit Law, article 37). */
export const depositQuery = documentType({
  id: 'depositQuery',
  name: { zh: '协助查询个人存款通知书', en: 'Query of a person’s deposits' },
  group: 'fieldwork',
  frame: 'letter',
  title: '协助查询个人存款通知书',
  fields: {
    unit,
    bank: line('金融机构', 'Bank'),
    holder: line('存款人', 'Depositor'),
    deposits: long('账户与期间', 'Accounts and period'),
    proof: long('公款私存的证据', 'Proof that public money lies there'),
    approver: line('批准人', 'Approved by'),
    officers: line('查询人员及证件号', 'Officers and identity numbers'),
  },
  numbered: true,
  served: true,
  secrecy: 'workSecret',
  addressee: '{金融机构}',
  layout: [
    {
      part: 'text',
      text: '在对{被审计单位}审计中，有证据证明其以个人名义存储公款。根据《中华人民共和国审计法》第三十七条规定，经{批准人}批准，现派{查询人员及证件号}前往你单位查询{存款人}名下存款，请予协助并保密。',
    },
    { part: 'heading', level: 1, text: '一、有关证据' },
    { part: 'long', field: 'proof' },
    { part: 'heading', level: 1, text: '二、查询内容' },
    { part: 'long', field: 'deposits' },
  ],
  sample: {
    unit: '澜江市公路养护中心',
    bank: '澜江农村商业银行营业部',
    holder: '钱某某',
    deposits: '2023年1月1日至2025年12月31日的活期、定期存款及往来明细。',
    proof: '材料款退款18.60万元转入出纳个人账户，有转账回单和退款单位说明。',
    approver: '澜江市审计局局长',
    officers: '林一川（审证0117）、韩素（审证0108）',
  },
})
