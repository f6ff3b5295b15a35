import { line, long, rows } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'
import { common } from '../common.doc.ts'

const { unit } = common

/** 审计决定书: facts, qualification, law, handling, term, remedies with route and time (rules, articles 52 and 53). */
export const auditDecision = documentType({
  id: 'auditDecision',
  name: { zh: '审计决定书', en: 'Audit decision' },
  group: 'decision',
  frame: 'document',
  title: '关于{决定事项}的审计决定',
  fields: {
    unit,
    matter: line('决定事项', 'Matter'),
    items: rows('决定内容', 'Decisions', {
      title: line('事项', 'Matter'),
      facts: long('违规事实', 'Facts'),
      law: line('法律依据', 'Law'),
      handling: long('处理决定', 'Handling'),
    }),
    term: long('执行期限', 'Term'),
    remedy: long('救济途径', 'Remedies'),
  },
  numbered: true,
  served: true,
  secrecy: 'internal',
  addressee: '{被审计单位}',
  copyTo: '市财政局',
  layout: [
    { part: 'text', text: '根据《中华人民共和国审计法》第四十五条规定，现就审计发现的违反国家规定的财政收支、财务收支行为作出如下决定：' },
    {
      part: 'each',
      field: 'items',
      parts: [
        { part: 'heading', level: 1, text: '{汉字序号}、{事项}' },
        { part: 'long', field: 'facts' },
        { part: 'text', text: '法律依据：{法律依据}。' },
        { part: 'long', field: 'handling' },
      ],
    },
    { part: 'heading', level: 1, text: '执行要求' },
    { part: 'long', field: 'term' },
    { part: 'heading', level: 1, text: '救济途径' },
    { part: 'long', field: 'remedy' },
    { part: 'text', text: '本决定自送达之日起生效。' },
  ],
  sample: {
    unit: '澜江市交通运输局',
    matter: '澜江市交通运输局财政财务收支违规问题',
    items: [
      {
        title: '隐瞒、截留应上缴的非税收入',
        facts: '2022年至2024年，收取的路产赔偿费128.60万元未按规定上缴国库。',
        law: '《财政违法行为处罚处分条例》第四条',
        handling: '责令将128.60万元全额上缴市级国库。',
      },
      {
        title: '虚列支出套取资金',
        facts: '2023年以会议费名义套取资金9.80万元。',
        law: '《财政违法行为处罚处分条例》第六条',
        handling: '责令收回9.80万元，调整有关会计账目。',
      },
    ],
    term: '请自本决定送达之日起，在规定期限内将执行结果书面报告审计机关。',
    remedy: '对本决定中有关财政收支的部分不服的，可以在法定期限内提请本级人民政府裁决；裁决期间不停止执行。',
  },
})
