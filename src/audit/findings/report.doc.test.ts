import { expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { fen } from '../../kernel/money.ts'
import { paragraphsOf } from '../../office/documents/rules.ts'
import { reportRow } from '../papers/findings.doc.ts'
import { type AuditReportInput, auditReportDocument } from './report.doc.ts'

const finding = {
  title: '养护项目化整为零规避公开招标',
  facts: '2023年至2024年，三个养护项目化整为零。',
  money: [
    { kind: 'breach', fen: fen(862_400_000) },
    { kind: 'irregular', fen: fen(120_000_000) },
  ],
  basis: ['《中华人民共和国招标投标法》第四条'],
  responsible: [
    { name: '周明远', grade: 'direct' },
    { name: '何晓芸', grade: 'leading' },
  ],
} as const
const input: AuditReportInput = {
  number: '澜审经责报〔2025〕14号',
  secrecy: null,
  office: '澜江市审计局',
  addressee: '周明远同志',
  unit: '澜江市交通运输局',
  post: '局长',
  name: '周明远',
  kind: 'inOffice',
  periodFrom: day('2022-07-01'),
  periodTo: day('2024-12-31'),
  startedOn: day('2025-03-03'),
  endedOn: day('2025-06-30'),
  reportedOn: day('2025-08-20'),
  basis: '《中华人民共和国审计法》',
  unitFacts: ['市交通局内设12个科室。'],
  performance: ['推进“四好农村路”建设。'],
  groups: [{ title: '工程与采购方面', findings: [finding, { ...finding, title: '结算不实', responsible: [] }] }],
  evaluation: '较好履行了经济责任。',
  advice: ['健全采购制度。', '加强内部监督。'],
}

test('an audit report runs from basis to advice, its findings numbered 一、（一）1., each responsibility in its own sentence', () => {
  const paragraphs = paragraphsOf(auditReportDocument(input))
  const heads = paragraphs.filter((text) => /^(?:[一二三四五]、|（[一二]）|\d\.)/.test(text))
  expect(heads).toEqual([
    ...['一、基本情况', '二、履行经济责任的主要情况', '三、审计发现的主要问题和责任认定', '（一）工程与采购方面'],
    ...['1.养护项目化整为零规避公开招标。', '2.结算不实。', '四、总体评价', '五、审计建议', '（一）健全采购制度。', '（二）加强内部监督。'],
  ])
  expect(paragraphs).toContain('2023年至2024年，三个养护项目化整为零。涉及违规金额862.40万元、管理不规范金额120.00万元。')
  expect(paragraphs).toContain(
    '上述行为不符合《中华人民共和国招标投标法》第四条的规定。周明远同志对此负直接责任。何晓芸同志对此负领导责任。',
  )
  expect(paragraphs.slice(-2)).toEqual(['澜江市审计局', '2025年8月20日'])
})

test('what was decided on tolerance stands in the report with its problem, in the wording agreed', () => {
  const tolerances = [
    { outcome: 'lighten', wording: '鉴于属先行先试中的失误，从轻定责' },
    { outcome: 'notApplicable', wording: null },
  ] as const
  const tolerated = { ...input, groups: [{ title: '工程与采购方面', findings: [{ ...finding, tolerances }] }] }
  expect(paragraphsOf(auditReportDocument(tolerated))).toContain(
    '上述行为不符合《中华人民共和国招标投标法》第四条的规定。周明远同志对此负直接责任。何晓芸同志对此负领导责任。鉴于属先行先试中的失误，从轻定责。该项已作容错认定：不适用容错。',
  )
  expect(reportRow({ ...finding, tolerances })).toMatchObject({
    money: '违规金额862.40万元、管理不规范金额120.00万元',
    responsibility: '周明远同志负直接责任；何晓芸同志负领导责任',
    tolerance: '鉴于属先行先试中的失误，从轻定责。该项已作容错认定：不适用容错。',
  })
})
