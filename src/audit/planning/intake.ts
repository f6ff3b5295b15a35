import type { AnyIntake, Book, Intake } from '../../office/intake/book.ts'
import type { Given } from '../../office/intake/model.ts'
import type { Writer } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import { heldBy } from '../../registers/auditees/rules/listing.ts'
import { mainTenure } from '../../registers/auditees/rules/status.ts'
import { officialsSeenByNumbers, tenuresOf } from '../../registers/auditees/store.ts'
import { findUnits, findUnitsByNumbers } from '../../registers/places/store.ts'
import {
  type AbsenceRow,
  type AuditorRow,
  absencesSheet,
  auditorsSheet,
  type EntrustRow,
  entrustSheet,
  type FundRow,
  fundsSheet,
  headerOf,
  type PatrolRow,
  patrolSheet,
} from './force.sheet.ts'
import { whyNotSpan, whyNotVisit } from './rules/force.ts'
import { findAuditorNumbered, findTeamCoded } from './store-force.ts'

/** The place whose teams these are: the importer's, or the first team's own when he works for the whole house. */
const homeOf = (book: Book, rows: readonly Given<AuditorRow>[]): string =>
  /^\d{6}/.test(book.actor.jurisdiction) ? book.actor.jurisdiction : (rows[0]?.value.district ?? '000000')

async function teamsFor(tx: Writer, given: readonly Given<AuditorRow>[], book: Book): Promise<Map<string, string>> {
  const jurisdiction = homeOf(book, given)
  const first = new Map(given.map((row) => [row.value.team, row]))
  const rows = [...first.values()].map((row) => {
    const { team: code, teamName: name, district } = row.value
    return { given: row, record: { id: newId(), code, name, district, jurisdiction, endedOn: null, version: 1 } }
  })
  await book.keep(tx, 'auditTeam', rows, { key: ['jurisdiction', 'code'] })
  const known = await Promise.all(
    [...first.keys()].map(async (code) => [code, (await findTeamCoded(tx, code, jurisdiction))?.id ?? ''] as const),
  )
  return new Map(known)
}

const auditors: Intake<AuditorRow> = {
  sheet: auditorsSheet,
  async settle(tx, given, book) {
    const sound = given.filter((row) => {
      const no = whyNotSpan(row.value)
      if (no) book.reject(row, { header: headerOf(auditorsSheet, 'endsOn'), ...no })
      return no === null
    })
    const teams = await teamsFor(tx, sound, book)
    const rows = sound.map((row) => {
      const { number, name, skills, account, startsOn, endsOn } = row.value
      const record = { id: newId(), number, name, skills, account, startsOn, endsOn, jurisdiction: homeOf(book, sound), version: 1 }
      return { given: row, record: { ...record, team: teams.get(row.value.team) ?? '' } }
    })
    await book.keep(tx, 'auditor', rows, { key: ['number'] })
  },
}

const absences: Intake<AbsenceRow> = {
  sheet: absencesSheet,
  async settle(tx, given, book) {
    const rows = []
    for (const row of given) {
      const auditor = await findAuditorNumbered(tx, row.value.auditor)
      const no = whyNotSpan(row.value)
      if (no) book.reject(row, { header: headerOf(absencesSheet, 'endsOn'), ...no })
      else if (!auditor)
        book.reject(row, { header: headerOf(absencesSheet, 'auditor'), code: 'auditorUnknown', facts: { given: row.value.auditor } })
      else rows.push({ given: row, record: { ...row.value, id: newId(), auditor: auditor.id, share: row.value.share ?? 100, version: 1 } })
    }
    await book.keep(tx, 'auditorAbsence', rows, { key: ['auditor', 'kind', 'startsOn'] })
  },
}

const patrol: Intake<PatrolRow> = {
  sheet: patrolSheet,
  async settle(tx, given, book) {
    const units = await findUnitsByNumbers(
      tx,
      given.map(({ value }) => value.unit),
    )
    const rows = given.flatMap((row) => {
      const unit = units.get(row.value.unit)
      const visit = { ...row.value, joint: row.value.joint ?? false }
      const no = whyNotVisit(visit)
      if (no) book.reject(row, no)
      else if (!unit)
        book.reject(row, { header: headerOf(patrolSheet, 'unit'), code: 'patrolUnitUnknown', facts: { given: row.value.unit } })
      return unit && !no
        ? [{ given: row, record: { ...visit, id: newId(), unit: unit.id, jurisdiction: unit.jurisdiction, version: 1 } }]
        : []
    })
    await book.keep(tx, 'patrolRound', rows, { key: ['round', 'unit'] })
  },
}

/** The principal post that stands for each official, by number. */
async function principalPosts(tx: Writer, numbers: readonly string[], book: Book) {
  const officials = await officialsSeenByNumbers(tx, book.actor.jurisdiction, numbers)
  const tenures = await tenuresOf(
    tx,
    [...officials.values()].map(({ id }) => id),
  )
  const list = await findUnits(
    tx,
    tenures.map(({ unit }) => unit),
  )
  const units = new Map(list.map((unit) => [unit.id, unit]))
  return (number: string) => {
    const official = officials.get(number)
    if (!official) return { official: null, main: null }
    const own = new Map([[official.id, tenures.filter((tenure) => tenure.official === official.id)]])
    const held = heldBy(official.id, { tenures: own, audits: new Map(), units, rules: [], today: book.today })
    const principal = held.filter(({ tenure }) => tenure.headship !== 'other')
    return { official, main: mainTenure(principal, book.today) }
  }
}

const entrustments: Intake<EntrustRow> = {
  sheet: entrustSheet,
  async settle(tx, given, book) {
    const postOf = await principalPosts(
      tx,
      given.map(({ value }) => value.official),
      book,
    )
    const header = headerOf(entrustSheet, 'official')
    const rows = given.flatMap((row) => {
      const { official, main } = postOf(row.value.official)
      if (!official) book.reject(row, { header, code: 'entrustedUnknown', facts: { given: row.value.official } })
      else if (!main) book.reject(row, { header, code: 'entrustedNoPost', facts: { name: official.name } })
      if (!official || !main) return []
      const record = { ...row.value, id: newId(), official: official.id, tenure: main.tenure.id, withdrawnOn: null, version: 1 }
      return [{ given: row, record: { ...record, jurisdiction: main.unit.jurisdiction } }]
    })
    await book.keep(tx, 'entrustment', rows, { key: ['number', 'tenure'], leave: ['withdrawnOn'] })
  },
}

const funds: Intake<FundRow> = {
  sheet: fundsSheet,
  async settle(tx, given, book) {
    const units = await findUnitsByNumbers(
      tx,
      given.map(({ value }) => value.unit),
    )
    const rows = given.flatMap((row) => {
      const unit = units.get(row.value.unit)
      if (!unit) {
        book.reject(row, { header: headerOf(fundsSheet, 'unit'), code: 'patrolUnitUnknown', facts: { given: row.value.unit } })
        return []
      }
      const record = { ...row.value, id: newId(), unit: unit.id, jurisdiction: unit.jurisdiction, version: 1 }
      return [{ given: row, record }]
    })
    await book.keep(tx, 'unitFund', rows, { key: ['unit', 'year'] })
  },
}

export const planningIntakes: readonly AnyIntake[] = [auditors, absences, patrol, entrustments, funds]
