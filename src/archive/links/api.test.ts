import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { day } from '../../kernel/day.ts'
import { json } from '../../platform/db.ts'
import { aClerk, type TestHouse, testHouse } from '../../platform/testing/house.ts'
import type { MentionLine, ofOfficial, one, queue } from './contract.ts'
import { facts } from './facts.ts'
import { aReport, officials, reportName, tenures, units } from './samples.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
  for (const unit of units)
    await house.db
      .insertInto('unit')
      .values({ ...unit, shortNames: json(unit.shortNames), formerNames: json(unit.formerNames) })
      .execute()
  for (const official of officials)
    await house.db
      .insertInto('official')
      .values({ ...official, formerNames: json(official.formerNames) })
      .execute()
  for (const tenure of tenures) await house.db.insertInto('tenure').values(tenure).execute()
  const answer = await house.upload('intake.run', [{ name: reportName, bytes: aReport }], { what: 'reports' })
  expect(answer.status).toBe(200)
  await house.runJobs()
})
afterAll(() => house.close())

type Body<T extends { output: z.ZodType }> = z.output<T['output']>
const parsed = (body: unknown) => JSON.parse(JSON.stringify(body))
const asked = async (input: Record<string, unknown> = {}, who = {}): Promise<Body<typeof queue>> =>
  parsed(
    (
      await house.ask(
        'links.queue',
        { standing: 'link,review,none,confirmed,rejected,reassigned', limit: 100, ...input },
        { ...aClerk, ...who },
      )
    ).body,
  )
const shown = async (id: string): Promise<Body<typeof one>> => parsed((await house.ask('links.one', { id })).body)
const ofPerson = async (official: string): Promise<Body<typeof ofOfficial>['mentions']> =>
  parsed((await house.ask('links.ofOfficial', { official })).body).mentions
const line = (rows: readonly MentionLine[], at: number): MentionLine =>
  rows.find((row) => row.start === at) ?? expect.fail(`no mention at ${at}`)
const director = officials[0]?.id ?? ''
const teacher = officials[1]?.id ?? ''
const deputy = officials[2]?.id ?? ''

test('an imported report is scanned: the director is linked, a tradesman of the same name is not, a word is no person', async () => {
  const { rows, counts } = await asked()
  expect(line(rows, aReport.indexOf('张明远'))).toMatchObject({ standing: 'link', target: director, number: 'G201' })
  expect(line(rows, aReport.indexOf('张明远承接'))).toMatchObject({ standing: 'none', target: null })
  expect(line(rows, aReport.indexOf('高明擅自'))).toMatchObject({ standing: 'link', target: deputy, adverse: true })
  expect(rows.some((row) => row.start === aReport.indexOf('高明显'))).toBe(false)
  expect(counts).toMatchObject({ link: 3, none: 1 })
})

test('units and articles are mentions too, each at its own words', async () => {
  const { rows } = await asked({ kind: 'unit' })
  expect(line(rows, aReport.indexOf('市财政局副局长'))).toMatchObject({ surface: '市财政局', name: '澜江市财政局' })
  const laws = await asked({ kind: 'regulation' })
  expect(laws.rows.map((row) => row.surface)).toEqual(['《中华人民共和国预算法》第五十七条'])
  for (const { id, surface } of [...rows, ...laws.rows]) {
    expect((await shown(id)).mention.surface).toBe(surface)
    expect(await house.trail()).toContainEqual(expect.objectContaining({ verb: 'links.one', subject: `mention:${id}`, kind: 'read' }))
  }
})

test('one mention shows its paragraph, the candidates with reasons, and no score of a person', async () => {
  const { rows } = await asked()
  const answer = await shown(line(rows, aReport.indexOf('张明远同志自')).id)
  expect(answer.text.slice(answer.mention.start - answer.from, answer.mention.end - answer.from)).toBe('张明远')
  expect(answer.candidates.map((each) => each.number)[0]).toBe('G201')
  expect(answer.candidates[0]?.reasons.map((reason) => reason.text)).toContain('文中写明单位“澜江市财政局”，与其任职单位一致')
  expect(JSON.stringify(answer.candidates)).not.toContain('score')
})

test('reading the queue and a mention leaves traces of whom the reader saw', async () => {
  const { rows } = await asked()
  await shown(line(rows, aReport.indexOf('张明远同志自')).id)
  const trail = await house.trail()
  expect(trail).toContainEqual(expect.objectContaining({ verb: 'links.queue', subject: 'official:list', kind: 'read' }))
  expect(trail).toContainEqual(expect.objectContaining({ verb: 'links.one', subject: `official:${director}`, kind: 'read' }))
})

test('an adverse sentence reaches the portrait only once a person has confirmed it, and leaves it again when taken back', async () => {
  const { id } = line((await asked()).rows, aReport.indexOf('高明擅自'))
  expect(await ofPerson(deputy)).toEqual([])
  expect((await house.act('links.confirm', { id })).body).toMatchObject({ standing: 'confirmed', target: deputy })
  expect(await ofPerson(deputy)).toMatchObject([{ confirmed: true, sentence: expect.stringContaining('高明擅自将专项资金') }])
  const told = await facts(house.db, { official: deputy, on: day('2026-11-20') })
  expect(told).toMatchObject([
    { state: 'recorded', section: 'mentions', sources: [{ document: reportName, start: aReport.indexOf('高明擅自') }] },
  ])
  expect((await house.act('links.undo', { id })).body).toMatchObject({ standing: 'link' })
  expect(await ofPerson(deputy)).toEqual([])
})

test('an automatic link is shown as unconfirmed in a portrait', async () => {
  const told = await facts(house.db, { official: director, on: day('2026-11-20') })
  expect(told.length).toBeGreaterThan(0)
  expect(new Set(told.map((each) => each.state))).toEqual(new Set(['unconfirmed']))
})

test('a human decision survives a new scan of every paper', async () => {
  const { id } = line((await asked()).rows, aReport.indexOf('张明远承接'))
  await house.act('links.reject', { id })
  const { id: first } = line((await asked()).rows, aReport.indexOf('张明远同志自'))
  await house.act('links.reassign', { id: first, official: teacher })
  await house.act('links.rescan', { all: true })
  await house.runJobs()
  const { rows } = await asked()
  expect(line(rows, aReport.indexOf('张明远承接'))).toMatchObject({ id, standing: 'rejected', target: null })
  expect(line(rows, aReport.indexOf('张明远同志自'))).toMatchObject({ id: first, standing: 'reassigned', target: teacher })
  await house.act('links.undo', { id })
  await house.act('links.undo', { id: first })
})

test('after a tenure changes, only papers that hold the name are scanned again', async () => {
  await house.act('links.rescan', {})
  await house.runJobs()
  await house.db.updateTable('tenure').set({ post: '调研员', version: 2 }).where('official', '=', deputy).execute()
  const before = (await house.trail()).filter((row) => row.verb === 'links.scan').length
  await house.act('links.rescan', {})
  await house.runJobs()
  const scanned = (await house.trail()).filter((row) => row.verb === 'links.scan').length
  expect(scanned - before).toBe(1)
  await house.act('links.rescan', {})
  await house.runJobs()
  expect((await house.trail()).filter((row) => row.verb === 'links.scan').length).toBe(scanned)
})

test('only an official of the register can be named, only a candidate confirmed, only a decision taken back', async () => {
  const { id } = line((await asked()).rows, aReport.indexOf('张明远承接'))
  const nobody = '00000000-0000-7000-8000-0000007fffff'
  expect(await house.act('links.reassign', { id, official: nobody })).toMatchObject({ status: 409, body: { code: 'notInRegister' } })
  expect(await house.act('links.confirm', { id, target: nobody })).toMatchObject({ status: 409, body: { code: 'nobodyToConfirm' } })
  expect(await house.act('links.undo', { id })).toMatchObject({ status: 409, body: { code: 'linkNotDecided' } })
})

test('a reader of another city sees none of it, and may not decide', async () => {
  const { rows } = await asked()
  const { id } = line(rows, aReport.indexOf('高明擅自'))
  const stranger = { ...aClerk, jurisdiction: '980100' }
  expect((await asked({}, stranger)).total).toBe(0)
  expect((await house.ask('links.one', { id }, stranger)).status).toBe(404)
  expect((await house.act('links.confirm', { id }, stranger)).status).toBe(404)
})

test('an audited unit’s staff may neither ask nor decide', async () => {
  const staff = { ...aClerk, role: 'unitStaff' }
  expect((await house.ask('links.queue', {}, staff)).status).toBe(403)
  expect((await house.act('links.rescan', {}, staff)).status).toBe(403)
})
