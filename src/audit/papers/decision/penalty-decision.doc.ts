import { line, long } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'
import { common } from '../common.doc.ts'

const { unit } = common

/** 审计处罚决定书: after statement, defence and, where asked, a hearing (implementing rules, article 50). */
export const penaltyDecision = documentType({
  id: 'penaltyDecision',
  name: { zh: '审计处罚决定书', en: 'Penalty decision' },
  group: 'decision',
  frame: 'document',
  title: '审计处罚决定书',
  fields: {
    unit,
    punished: line('被处罚单位或个人', 'Whom it concerns'),
    facts: long('违法事实', 'Facts'),
    evidence: long('主要证据', 'Evidence'),
    heard: long('陈述申辩和听证情况', 'Statement, defence, hearing'),
    law: long('处罚依据', 'Law'),
    penalty: long('处罚决定', 'Penalty'),
    payment: long('履行方式和期限', 'How and by when'),
    remedy: long('救济途径', 'Remedies'),
  },
  numbered: true,
  served: true,
  secrecy: 'internal',
  addressee: '{被处罚单位或个人}',
  layout: [
    { part: 'text', text: '在对{被审计单位}的审计中，查明{被处罚单位或个人}有下列违法行为：' },
    { part: 'long', field: 'facts' },
    { part: 'text', text: '以上事实有下列证据证明：' },
    { part: 'long', field: 'evidence' },
    { part: 'long', field: 'heard' },
    { part: 'heading', level: 1, text: '一、处罚依据' },
    { part: 'long', field: 'law' },
    { part: 'heading', level: 1, text: '二、处罚决定' },
    { part: 'long', field: 'penalty' },
    { part: 'heading', level: 1, text: '三、履行方式和期限' },
    { part: 'long', field: 'payment' },
    { part: 'heading', level: 1, text: '四、救济途径' },
    { part: 'long', field: 'remedy' },
  ],
  sample: {
    unit: '澜江通达航运有限公司',
    punished: '澜江通达航运有限公司',
    facts: '审计期间隐匿2024年度会计凭证6册，经两次书面催告仍不提供。',
    evidence: '催告通知书及送达回证2份，询问笔录1份，现场照片4张。',
    heard: '已告知陈述、申辩和听证权利，当事人在规定期限内未提出。',
    law: '《中华人民共和国审计法》第四十七条，《中华人民共和国审计法实施条例》第四十七条。',
    penalty: '给予警告，并处罚款2.00万元。',
    payment: '自收到本决定书之日起，在规定期限内到指定银行缴纳。',
    remedy: '对本决定不服的，可以在法定期限内申请行政复议或者提起行政诉讼。',
  },
})
