import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Refusal } from '../../kernel/refusal.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Book, FileIntake } from '../../office/intake/book.ts'
import type { Given } from '../../office/intake/model.ts'
import type { Writer } from '../../platform/db.ts'
import type { StoredFile } from '../../platform/files.ts'
import { newId } from '../../platform/id.ts'
import { decodeText } from '../../platform/textfile.ts'
import type { Unit } from '../places/model.ts'
import { nowhere } from '../places/rules/unit.ts'
import { allUnits } from '../places/store.ts'
import { type Form, readLrm, readLrmx } from './lrmx.ts'
import type { Official, ResumeLine as StoredLine, Tenure } from './model.ts'
import { headshipOf } from './rules/headship.ts'
import { registerOf } from './rules/register.ts'
import { type ResumeLine, readResume } from './rules/resume.ts'
import { overlap, spanOf } from './rules/tenure.ts'
import { officialsNamed, tenuresOf } from './store.ts'
import { words } from './words.ts'

const isNo = (read: Form | Refusal): read is Refusal => 'code' in read

async function read(file: StoredFile): Promise<Form | Refusal> {
  const bytes = await readFile(file.path)
  if (/\.lrm$/i.test(file.name)) return readLrm(decodeText(bytes))
  return readLrmx(decodeText(bytes))
}

/** A form bears no business number: the register's own, made of name and birth month, so that the same form finds the same person. */
const numberOf = ({ name, bornIn }: Form, home: string): string =>
  `R${createHash('sha256')
    .update(`${home} ${name} ${bornIn ?? ''}`)
    .digest('hex')
    .slice(0, 10)
    .toUpperCase()}`

/** Registered people who may be the one on the form: same name, and no other birth month. */
const candidates = (form: Form, registered: readonly Official[]): Official[] => {
  const exact = registered.filter(({ bornIn }) => bornIn !== null && bornIn === form.bornIn)
  return exact.length > 0 ? exact : registered.filter(({ bornIn }) => bornIn === null || form.bornIn === null)
}

function officialOf(form: Form, known: Official | null, home: string): Official {
  if (known) return { ...known, sex: known.sex ?? form.sex, bornIn: known.bornIn ?? form.bornIn }
  const { name, sex, bornIn } = form
  return { id: newId(), number: numberOf(form, home), name, sex, bornIn, formerNames: [], jurisdiction: home, version: 1 }
}

type Placed = { line: ResumeLine & { from: string }; unit: Unit }

function tenureOf({ line, unit }: Placed, official: string): Tenure {
  const post = (line.post ?? '').slice(0, 120)
  return {
    id: newId(),
    official,
    unit: unit.id,
    post,
    headship: headshipOf(post, unit.category),
    ...spanOf({ from: line.from, to: line.to }),
    class: null,
    basis: null,
    jurisdiction: unit.jurisdiction,
    version: 1,
  }
}

/** What the register knows already, perhaps to the day, is not written again. */
const isKnown = (tenure: Tenure, register: readonly Tenure[]): boolean =>
  register.some((each) => each.unit === tenure.unit && each.post === tenure.post && overlap(each, tenure))

const storedLine = (line: ResumeLine, official: Official, no: number): StoredLine | null =>
  line.why === null || line.why === 'study'
    ? null
    : {
        id: newId(),
        official: official.id,
        no,
        text: line.text,
        from: line.from,
        to: line.to,
        unitText: line.unit,
        post: line.post,
        why: line.why,
        state: 'waiting',
        jurisdiction: official.jurisdiction,
      }

const shown = ({ text, from, to, unit, post, understood, nested, matched, why }: ResumeLine) => ({
  text,
  from,
  to,
  unit,
  post,
  understood,
  nested,
  unitNumber: matched?.number ?? null,
  why,
})

function placedOf(lines: readonly ResumeLine[], units: readonly Unit[]): Placed[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  return lines.flatMap((line) => {
    const unit = line.matched && line.why === null ? byId.get(line.matched.id) : undefined
    return unit && line.from !== null && !line.nested ? [{ line: { ...line, from: line.from }, unit }] : []
  })
}

async function keepResume(tx: Writer, official: Official, given: Given<Form>, book: Book): Promise<void> {
  const units = await allUnits(tx)
  const lines = readResume(given.value.resume, registerOf(units))
  const register = await tenuresOf(tx, [official.id])
  const tenures = placedOf(lines, units).map((placed) => tenureOf(placed, official.id))
  const fresh = tenures.filter((tenure, at) => !isKnown(tenure, register) && !isKnown(tenure, tenures.slice(0, at)))
  const waiting = lines.flatMap((line, at) => storedLine(line, official, at + 1) ?? [])
  const once = waiting.filter(({ text }, at) => waiting.findIndex((each) => each.text === text) === at)
  await book.keep(
    tx,
    'tenure',
    fresh.map((record) => ({ given, record })),
    { key: ['official', 'unit', 'post', 'startsOn'] },
  )
  await book.keep(
    tx,
    'resumeLine',
    once.map((record) => ({ given, record })),
    { key: ['official', 'text'], leave: ['state', 'no'] },
  )
  book.note(given.file, { lines: lines.map(shown) })
}

/**
 * .lrmx and .lrm. Only name, sex, birth month and resume pass; nothing stands on the stored file, so the intake room
 * deletes it after the run: family, health and proposals are nowhere afterwards.
 */
export const formIntake: FileIntake = {
  what: 'officials',
  title: words.sheet.lrmx,
  accepts: ['.lrmx', '.lrm'],
  async take(tx, file, book) {
    const form = await read(file)
    if (isNo(form)) return book.unreadable(file.name, form)
    const found = candidates(form, await officialsNamed(tx, book.actor.jurisdiction, form.name))
    if (found.length > 1) return book.unreadable(file.name, refuse('lrmxSeveralOfficials', { count: found.length }))
    const home = /^\d+$/.test(book.actor.jurisdiction) ? book.actor.jurisdiction : nowhere
    const given: Given<Form> = { file: file.name, row: 0, value: form }
    const [kept] = await book.keep(tx, 'official', [{ given, record: officialOf(form, found[0] ?? null, home) }], {
      key: ['number'],
      leave: ['jurisdiction'],
    })
    if (kept) await keepResume(tx, { ...officialOf(form, found[0] ?? null, home), id: kept.id }, given, book)
  },
}
