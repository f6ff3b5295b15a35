import type { Day } from '../../kernel/day.ts'
import { say } from '../../kernel/say.ts'
import { type Fact, recordSource, type Sourced } from '../../kernel/source.ts'
import type { Reader } from '../../platform/db.ts'
import type { Unit } from '../places/model.ts'
import { nameOn } from '../places/rules/naming.ts'
import { findUnits } from '../places/store.ts'
import type { Official, Tenure } from './model.ts'
import { findOfficial, tenuresOf } from './store.ts'
import { words } from './words.ts'

const from = (record: string, field: string): Sourced => [recordSource({ room: 'auditees', record, field })]

/** A day as exactly as it is known. */
function written(on: Day, precision: Tenure['precision']): string {
  const [year = '', month = '', day = ''] = on.split('-')
  const facts = { year, month: Number(month), day: Number(day) }
  const form = { day: words.fact.inDay, month: words.fact.inMonth, year: words.fact.inYear } as const
  return say(form[precision], 'zh', facts)
}

function identityFacts(official: Official): Fact[] {
  const { id, name, number, sex, bornIn, formerNames } = official
  const [year = '', month = ''] = (bornIn ?? '').split('-')
  const born = bornIn ? say(words.fact.born, 'zh', { year, month: Number(month) }) : ''
  const text = say(words.fact.identity, 'zh', {
    name,
    number,
    sex: sex ? say(words.fact.sexThen, 'zh', { sex: words.sex[sex].zh }) : '',
    born,
  })
  const fact = (field: string, sentence: string, order: string): Fact => ({
    id: `auditees:official:${id}:${field}`,
    section: 'identity',
    order,
    text: sentence,
    state: 'recorded',
    sources: from(`official:${id}`, field),
  })
  const former =
    formerNames.length > 0 ? [fact('formerNames', say(words.fact.formerNames, 'zh', { names: formerNames.join('、') }), '2')] : []
  return [fact('name', text, '1'), ...former]
}

function tenureFact(tenure: Tenure, unit: Unit, on: Day): Fact {
  const { id, startsOn, endsOn, precision, post, headship } = tenure
  const ended = endsOn !== null && endsOn <= on
  const text = say(ended ? words.fact.held : words.fact.heldNow, 'zh', {
    from: written(startsOn, precision),
    until: ended ? written(endsOn, precision) : '',
    unit: nameOn(unit, startsOn),
    post,
    headship: headship === 'acting' ? words.fact.acting.zh : '',
  })
  const order = `${startsOn} ${id}`
  return { id: `auditees:tenure:${id}`, section: 'tenures', order, text, state: 'recorded', sources: from(`tenure:${id}`, 'post') }
}

/** Who the official is and which posts he or she held until the day, each sentence with its record. */
export async function facts(read: Reader, about: { official: string; on: Day }): Promise<readonly Fact[]> {
  const official = await findOfficial(read, about.official)
  if (!official) return []
  const tenures = (await tenuresOf(read, [official.id])).filter(({ startsOn }) => startsOn <= about.on)
  const units = new Map(
    (
      await findUnits(
        read,
        tenures.map(({ unit }) => unit),
      )
    ).map((unit) => [unit.id, unit]),
  )
  const held = tenures.flatMap((tenure) => {
    const unit = units.get(tenure.unit)
    return unit ? [tenureFact(tenure, unit, about.on)] : []
  })
  return [...identityFacts(official), ...held]
}
