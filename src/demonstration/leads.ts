import { z } from 'zod'
import { Lead, type StepName } from '../audit/leads/model.ts'
import { evidenceOf } from '../audit/leads/store.ts'
import { addDays, type Day } from '../kernel/day.ts'
import type { Actor, Office } from '../platform/desk.ts'
import { type KnockedFile, knock } from '../platform/knock.ts'
import type { Handler } from '../platform/serve.ts'
import { demoAccounts } from './accounts.words.ts'
import { demoOrgans, type LeadScript, leadScripts, leadTexts } from './leads.words.ts'
import { demoCity } from './place.ts'
import { answersOf, bringKey, openPack, type SecretKeys } from './sealed.ts'
import * as store from './store.ts'
import { hero } from './world/names.words.ts'

type Doors = { office: Office; handlers: readonly Handler[] }
const Made = z.object({ id: z.uuid() })

/** The hand of a demonstration login in its first seat; a login of the whole house works for the city. */
export function handIn(account: string): Actor {
  const found = demoAccounts.find((each) => each.account === account)
  const seat = found?.seats[0]
  const jurisdiction = seat && seat.place !== '*' ? seat.place : demoCity
  return { account, name: found?.name ?? account, role: seat?.role ?? 'clerk', jurisdiction, unitId: null, officialId: null, seat: null }
}

type Asked = { verb: string; by: string; input: unknown; on: Day; files?: readonly KnockedFile[] }
const at = ({ office, handlers }: Doors, { verb, by, input, on, files }: Asked) =>
  knock({ ...office, clock: { now: office.clock.now, today: () => on } }, handlers, {
    verb,
    actor: handIn(by),
    input,
    ...(files ? { files } : {}),
  })

const receiverLogin: Readonly<Record<string, string>> = {
  ...{ city: 'discipline', county: 'countydisc', organisation: 'organisation', finance: 'finance', assets: 'assets' },
}
const loginOf = (to: string) => receiverLogin[to] ?? 'lead'

type Row = readonly [step: StepName, by: string, input: object]
/** The steps of a lead in their order, up to and with the one its script ends at. */
function rowsOf(script: LeadScript, number: number, day: (step: number) => Day): readonly Row[] {
  const texts = leadTexts.step
  const receiver = loginOf(script.to)
  const letter = (round: number) => `${leadTexts.letter}〔${day(0).slice(0, 4)}〕${number}${round > 1 ? `-${round}` : ''}号`
  const reference = `${leadTexts.answer}〔${day(0).slice(0, 4)}〕${100 + number}号`
  const outside = receiver === 'lead' ? { reference } : {}
  const before: readonly Row[] = [
    ['convene', 'committee', { assessors: script.asked, text: texts.convene }],
    ...script.asked.map((organ): Row => ['opine', organ === 'stateAssets' ? 'assets' : organ, { stance: 'agree', text: texts.opine }]),
    ['assess', 'committee', { text: leadTexts.conclusion }],
    ...(script.major
      ? [['reportUp', 'committee', { reference: `审计委员会会议纪要〔${day(0).slice(0, 4)}〕3号`, text: texts.reportUp }] as const]
      : []),
    ['approve', 'director', { text: texts.approve }],
    ['send', 'lead', { number: letter(1), text: texts.send }],
    ['receive', receiver, { ...outside, text: texts.receive }],
  ]
  const back: readonly Row[] = [
    ['turnBack', receiver, { ...outside, text: texts.turnBack }],
    ['resubmit', 'lead', { number: letter(2), text: texts.resubmit }],
    ['receive', receiver, { ...outside, text: texts.receive }],
  ]
  const after: readonly Row[] = [
    ['accept', receiver, { ...outside, text: texts.accept }],
    ['begin', receiver, { ...outside, text: texts.begin }],
    ['record', receiver, { ...script.outcome, reference, text: texts.record }],
    ['feedBack', receiver, { reference, text: texts.feedBack }],
    ['close', 'director', { text: texts.close }],
  ]
  const returning = script.until === 'turnBack' ? back.slice(0, 1) : script.returned ? back : []
  const all = [...before, ...returning, ...(script.until === 'turnBack' ? [] : after)]
  const last = all.findLastIndex(([step]) => step === script.until)
  return all.slice(0, last + 1)
}

type Found = { finding: string; title: string; problemClass: string; filed: boolean }
type Cast = { organs: ReadonlyMap<string, string>; unit: string; own: Found[]; others: Found[] }
type Play = { doors: Doors; cast: Cast; script: LeadScript; number: number; keys: SecretKeys | null }

/** The next finding of one of these classes that no lead rests on yet, else the next of any; with files of evidence where these are wanted. */
function takenFrom(among: Found[], { classes, filed = false }: { classes: readonly string[]; filed?: boolean }): Found | undefined {
  const fits = (each: Found) => (filed ? each.filed : classes.some((of) => each.problemClass.startsWith(of)))
  const at = among.findIndex(fits)
  return among.splice(Math.max(at, 0), 1)[0]
}

async function begin({ doors, cast, script }: Play, on: Day): Promise<Lead> {
  const { nature, managedBy, persons, finding: from } = script
  const found = from && takenFrom(from.hero ? cast.own : cast.others, from)
  const { qualification, opinion, feedbackAsk, facts, basis, evidence, origin } = leadTexts
  const told = { title: found?.title ?? script.title ?? '', nature, managedBy, persons, qualification, opinion, feedbackAsk }
  const alone = found ? { finding: found.finding } : { unit: cast.unit, facts, basis }
  const behind = found ? await evidenceOf(doors.office.db, found.finding) : []
  const listed = behind.length > 0 ? {} : { evidence: [{ name: evidence, pages: '12', origin, evidence: null }] }
  return Lead.parse(await at(doors, { verb: 'leads.draft', by: 'lead', on, input: { ...told, ...alone, ...listed } }))
}

async function route({ doors, cast, script }: Play, lead: Lead, on: Day): Promise<Lead> {
  const named = (key: string | undefined) => (key ? (cast.organs.get(key) ?? null) : null)
  const to = { receiver: named(script.to), overseer: named(script.overseer), copy: named(script.copy) }
  const input = {
    id: lead.id,
    version: lead.version,
    ...to,
    major: script.major ?? false,
    reason: script.reason ?? '按线索性质和管理权限确定',
  }
  return Lead.parse(await at(doors, { verb: 'leads.route', by: 'lead', on, input }))
}

/** What an outcome says beside its kind: of whom, how much. */
function outcomeOf(script: LeadScript, lead: Lead, on: Day) {
  const { kind = 'noFault', sanction = null, amountFen = null, personal } = script.outcome ?? {}
  const person = kind === 'noFault' || kind === 'recovered' ? '' : lead.persons || script.persons || '有关责任人员'
  return { kind, sanction, amount: amountFen, person, official: personal ? lead.official : null, decidedOn: on }
}

async function play(scene: Play): Promise<void> {
  const { doors, script, number, keys } = scene
  const today = doors.office.clock.today()
  const start = addDays(today, -script.since)
  const rows = rowsOf(script, number, () => start)
  const day = (step: number) => addDays(start, Math.min(script.since, Math.floor(((script.since * 0.9) / (rows.length + 1)) * step)))
  let lead = await route(scene, await begin(scene, start), day(0))
  for (const [index, [step, by, input]] of rows.entries()) {
    if (script.sealed && step === 'receive') return answered(scene, lead, day)
    const on = script.until === 'send' ? addDays(start, index) : day(index + 1)
    const more = step === 'record' ? outcomeOf(script, lead, on) : {}
    const target = { id: lead.id, version: lead.version }
    lead = Lead.parse(await at(doors, { verb: `leads.${step}`, by, on, input: { ...target, ...input, ...more } }))
  }
  if (keys && script.sealed) throw new Error('a sealed lead ends at its answers')
}

/** The receiver opens its package elsewhere, and its signed answers come back one by one. */
async function answered({ doors, keys, script }: Play, lead: Lead, day: (step: number) => Day): Promise<void> {
  if (!keys) return
  const packed = await at(doors, { verb: 'leads.pack', by: 'lead', on: day(7), input: { id: lead.id, version: lead.version } })
  const said = {
    by: leadTexts.policeOfficer,
    reference: '澜公函〔2026〕12号',
    texts: leadTexts.step,
    outcome: script.outcome?.kind ?? 'noFault',
  }
  for (const [index, bytes] of answersOf(openPack(packed, keys), { keys, said, day: (step) => day(8 + step) }).entries())
    await at(doors, { verb: 'leads.takeReply', by: 'lead', on: day(9 + index), input: {}, files: [{ name: `${index}.gtreply`, bytes }] })
}

async function castOf(doors: Doors, organs: ReadonlyMap<string, string>): Promise<Cast> {
  const { db } = doors.office
  const objected = new Set((await db.selectFrom('objection').select('finding').execute()).map(({ finding }) => finding))
  const direct = (await store.findingsWithGrade(db, 'direct')).filter(({ finding }) => !objected.has(finding))
  const units = await store.unitIdsByName(db)
  const filed = await store.findingsWithFiles(db)
  const once = [...new Map(direct.map((each) => [each.finding, { ...each, filed: filed.has(each.finding) }])).values()]
  const own = once.filter(({ name }) => name === hero.name)
  const others = once.filter(({ name, jurisdiction }) => name !== hero.name && jurisdiction === demoCity)
  return { organs, unit: units.get(leadTexts.unit) ?? '', own, others }
}

/** Receiving organs with their keys, and leads of every state, each brought there step by step through the doors of its hands. */
export async function demoLeads(doors: Doors): Promise<void> {
  const on = addDays(doors.office.clock.today(), -700)
  const organs = new Map<string, string>()
  for (const { key, name, kind, place, seat } of demoOrgans) {
    const made = await at(doors, { verb: 'leads.saveOrgan', by: 'lead', on, input: { name, kind, jurisdiction: place, seat } })
    organs.set(key, Made.parse(made).id)
  }
  const { keys, file } = bringKey(demoOrgans.find(({ key }) => key === 'police')?.name ?? '')
  const Proposed = z.object({ id: z.uuid(), fingerprint: z.string() })
  const brought = {
    verb: 'leads.proposeKey',
    by: 'lead',
    on,
    input: { organ: organs.get('police') },
    files: [{ name: 'organ-public.json', bytes: file }],
  }
  const { id, fingerprint } = Proposed.parse(await at(doors, brought))
  await at(doors, { verb: 'leads.confirmKey', by: 'director', on, input: { id, version: 1, fingerprint } })
  const cast = await castOf(doors, organs)
  for (const [number, script] of leadScripts.entries())
    await play({ doors, cast, script, number: number + 1, keys: script.sealed ? keys : null })
}
