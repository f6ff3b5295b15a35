import { expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import type { Paper } from '../../office/documents/model.ts'
import { changePaper, type PlanPaper, type PrintedItem, yearPlanPaper } from './plan.doc.ts'

const item: PrintedItem = {
  name: '赵一鸣',
  post: '局长',
  unitName: '澜江市财政局',
  class: 'A',
  kind: 'inOffice',
  window: 3,
  teamName: '第一审计组',
  effortDays: 60,
  change: 'move',
  reason: '该组整组抽调',
  before: '2027年二季度（第二审计组）',
}
const draft: PlanPaper = {
  year: 2027,
  office: '澜江市审计局',
  addressee: null,
  number: null,
  on: day('2026-11-20'),
  items: [item],
  rules: [{ title: 'A类三年一审', citation: '示例', verified: false, startsOn: day('2019-07-07') }],
  days: { have: 900, planned: 60 },
  share: { percent: 10, rule: 33 },
  resolution: null,
  isHeard: false,
  solved: { no: 3, hash: 'a'.repeat(64), seed: 1, bound: 100.5, gap: 0.012 },
}
const textOf = (paper: Paper) => JSON.stringify([paper.title, paper.blocks])

test('the yearly plan prints its rules and the version it came from: hash, seed, bound and gap', () => {
  const text = textOf(yearPlanPaper(draft))
  for (const part of ['A类三年一审', '未核对原文', '第3稿', 'aaaaaaaa', '种子1', '100.5', '1.20%']) expect(text).toContain(part)
})

test('a plan not yet approved says so, an approved one names its resolution', () => {
  expect(textOf(yearPlanPaper(draft))).toContain('草案')
  const approved = textOf(yearPlanPaper({ ...draft, resolution: { number: '澜审委〔2026〕9号', on: day('2026-11-20') } }))
  expect(approved).toContain('澜审委〔2026〕9号')
  expect(approved).not.toContain('草案')
})

test('a request to change claims consultation only when it has taken place', () => {
  expect(textOf(changePaper(draft))).not.toContain('已征求')
  expect(textOf(changePaper({ ...draft, isHeard: true }))).toContain('已征求')
  expect(textOf(changePaper({ ...draft, items: [] }))).toContain('没有拟调整的项目')
  expect(textOf(changePaper(draft))).toContain('原安排2027年二季度（第二审计组）')
})
