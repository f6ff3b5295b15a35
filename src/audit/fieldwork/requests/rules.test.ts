import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, day } from '../../../kernel/day.ts'
import { stuck, unreachable } from '../../../kernel/procedure.ts'
import { requestProcedure } from './procedure.ts'
import { likeness, type Material, plainName, sameMaterial, spanKind } from './rules/likeness.ts'

const material = (name: string, from: string | null = null, to: string | null = null): Material => ({
  name,
  periodFrom: from ? day(from) : null,
  periodTo: to ? day(to) : null,
})
const least = 70

test('every state of the procedure is reached, and none but the ends is a dead end', () => {
  expect(unreachable(requestProcedure)).toEqual([])
  expect(stuck(requestProcedure)).toEqual([])
})

test.each([
  ['会计报表', '财务报表'],
  ['《2023年度部门决算报告》', '2023年决算'],
  ['固定资产明细账', '固定资产台账（电子版）'],
  ['银行流水', '银行对账单'],
  ['党组会议记录', '党组会 记录'],
  ['合同登记簿', '合同清单'],
  ['Ｃ１项目合同台账', 'C1项目合同清单'],
])('%s and %s mean one material', (one, other) => {
  expect(sameMaterial(material(one), material(other), least)).toBe(true)
})

test.each([
  ['会议纪要', '会议记录'],
  ['记账凭证', '银行对账单'],
  ['局党组〔2022〕15号文件', '局党组〔2022〕16号文件'],
  ['第一季度工资表', '第二季度工资表'],
  ['养护资金分配方案', '车辆购置方案'],
])('%s and %s are two materials', (one, other) => {
  expect(sameMaterial(material(one), material(other), least)).toBe(false)
})

test('one name of two times is two materials, also when the name itself says the year', () => {
  expect(sameMaterial(material('财务报表', '2022-01-01', '2022-12-31'), material('财务报表', '2023-01-01', '2023-12-31'), least)).toBe(
    false,
  )
  expect(sameMaterial(material('2022年财务报表'), material('2023年财务报表'), least)).toBe(false)
  expect(spanKind(material('财务报表', '2021-01-01', '2023-12-31'), material('2022年财务报表'))).toBe('covers')
})

const names = fc.oneof(
  fc.constantFrom('会计报表', '财务报表', '2023年决算报告', '党组会议记录', '固定资产清单', '合同台账（2022-2024年）', '资料', ''),
  fc.string({ maxLength: 20 }),
)
const days = fc.option(
  fc.integer({ min: 0, max: 3000 }).map((count) => addDays(day('2019-01-01'), count)),
  { nil: null },
)
const materials: fc.Arbitrary<Material> = fc
  .tuple(names, days, days)
  .map(([name, one, other]) =>
    one && other && other < one ? { name, periodFrom: other, periodTo: one } : { name, periodFrom: one, periodTo: other },
  )

test('whether two materials are one does not depend on which was asked first', () => {
  fc.assert(
    fc.property(materials, materials, fc.integer({ min: 1, max: 100 }), (one, other, bar) => {
      expect(likeness(one.name, other.name)).toBe(likeness(other.name, one.name))
      expect(sameMaterial(one, other, bar)).toBe(sameMaterial(other, one, bar))
    }),
  )
})

test('materials whose times share no day are never taken for one', () => {
  fc.assert(
    fc.property(names, names, days, fc.integer({ min: 1, max: 400 }), (one, other, end, gap) => {
      const to = end ?? day('2022-12-31')
      const earlier = { name: one, periodFrom: addDays(to, -100), periodTo: to }
      const later = { name: other, periodFrom: addDays(to, gap), periodTo: addDays(to, gap + 50) }
      expect(sameMaterial(earlier, later, 1)).toBe(false)
    }),
  )
})

test('a name is like itself, and comparing it again changes nothing', () => {
  fc.assert(
    fc.property(names, (name) => {
      expect([0, 100]).toContain(likeness(name, name))
      expect(plainName(plainName(name)).length).toBeLessThanOrEqual(plainName(name).length)
    }),
  )
})
