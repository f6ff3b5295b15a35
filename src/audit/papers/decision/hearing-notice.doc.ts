import { line, long } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'
import { common } from '../common.doc.ts'

const { unit } = common

/** 审计听证告知书: before a large fine, whom it concerns may ask for a hearing (implementing rules, article 50). */
export const hearingNotice = documentType({
  id: 'hearingNotice',
  name: { zh: '审计听证告知书', en: 'Notice of the right to a hearing' },
  group: 'decision',
  frame: 'letter',
  title: '审计听证告知书',
  fields: {
    unit,
    concerned: line('当事人', 'Whom it concerns'),
    facts: long('拟处罚事实', 'Facts'),
    law: long('处罚依据', 'Law'),
    penalty: long('拟处罚内容', 'Penalty in view'),
    right: long('听证权利和期限', 'Right to a hearing'),
    contact: line('联系人及电话', 'Contact'),
  },
  numbered: true,
  served: true,
  secrecy: 'internal',
  addressee: '{当事人}',
  layout: [
    { part: 'text', text: '在对{被审计单位}的审计中，查明你（单位）有下列违法行为：' },
    { part: 'long', field: 'facts' },
    { part: 'text', text: '根据下列规定：' },
    { part: 'long', field: 'law' },
    { part: 'text', text: '拟作出如下处罚：' },
    { part: 'long', field: 'penalty' },
    { part: 'long', field: 'right' },
    { part: 'text', text: '联系人及电话：{联系人及电话}' },
  ],
  sample: {
    unit: '澜江通达航运有限公司',
    concerned: '澜江通达航运有限公司',
    facts: '隐匿2024年度会计凭证6册，经两次书面催告仍不提供。',
    law: '《中华人民共和国审计法实施条例》第四十七条。',
    penalty: '警告，并处罚款2.00万元。',
    right: '你（单位）有权进行陈述和申辩，并可以自收到本告知书之日起，在规定期限内书面要求举行听证；逾期视为放弃。',
    contact: '顾清越 0990-6612308',
  },
})
