import { line, long, rows } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'
import { common } from '../common.doc.ts'

const { official, post } = common

/** 报送函: which reports go to the committee, the organisation department and others. */
export const submissionLetter = documentType({
  id: 'submissionLetter',
  name: { zh: '审计结果报送函', en: 'Letter of submission' },
  group: 'report',
  frame: 'letter',
  title: '关于报送{被审计领导干部}同志经济责任审计结果的函',
  fields: {
    ...{ official, post },
    papers: rows('报送文书', 'Papers', {
      name: line('文书名称', 'Paper'),
      number: line('文号', 'Number').optional(),
      copies: line('份数', 'Copies'),
    }),
    request: long('报送事项', 'What is asked'),
  },
  numbered: true,
  served: true,
  secrecy: 'workSecret',
  addressee: '市委审计委员会，市委组织部',
  layout: [
    { part: 'text', text: '{被审计领导干部}同志任{职务}期间经济责任审计已经完成，现报送下列文书：' },
    { part: 'table', field: 'papers', widths: [6, 4, 1.5] },
    { part: 'long', field: 'request' },
  ],
  sample: {
    official: '周明远',
    post: '澜江市交通运输局局长',
    papers: [
      { name: '经济责任审计报告', number: '澜审经责报〔2026〕8号', copies: '2' },
      { name: '经济责任审计结果报告', number: '澜审委办结〔2026〕5号', copies: '3' },
    ],
    request: '请按规定使用，并将审计结果报告和整改报告归入干部本人档案。',
  },
})
