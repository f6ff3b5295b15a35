import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { contracts } from './house.ts'

const names = new Set<string>(contracts.map((contract) => contract.name))
const textOf = (file: string) => readFileSync(`src/${file}`, 'utf8')
const needsIn = (file: string) => [...textOf(file).matchAll(/needs: '([^']+)'/g)].map((found) => found[1] ?? '')
const pathsIn = (file: string, key: string) =>
  [...textOf(file).matchAll(new RegExp(`\\b${key}: '(/[^']*)'`, 'g'))].map((found) => found[1] ?? '')

test.each([
  'site.pages.tsx',
  'site.pages.due-process.tsx',
  'site.pages.findings.tsx',
  'site.pages.archive.tsx',
  'site.menu.tsx',
  'site.finders.tsx',
])('every ask that %s lives by is one the house answers', (file) => {
  const needs = needsIn(file)
  expect(needs.length).toBeGreaterThan(0)
  expect(needs.filter((name) => !names.has(name))).toEqual([])
})

test('every line of the menu leads to a page', () => {
  const pages = ['site.pages.tsx', 'site.pages.due-process.tsx', 'site.pages.findings.tsx', 'site.pages.archive.tsx'].flatMap((file) =>
    pathsIn(file, 'path'),
  )
  expect(pathsIn('site.menu.tsx', 'to').filter((path) => !pages.includes(path))).toEqual([])
})

test('each journey of need-to-know that is named for newcomers stands in its file', () => {
  const rows = [...readFileSync('CONTRIBUTING.md', 'utf8').matchAll(/^\| (.+) \| (e2e\/\S+) \|$/gm)]
  expect(rows.length).toBe(12)
  for (const [, journey = '', file = ''] of rows) expect([file, readFileSync(file, 'utf8').includes(journey)]).toEqual([file, true])
})
