import { type Phrase, say, type Tongue } from '../../../kernel/say.ts'
import type { Fault } from '../instance/fault.ts'
import { pinFaults } from '../instance/pins.ts'
import { words } from '../words.ts'
import { type Known, slotText } from './hold.ts'
import { namingOf } from './naming.ts'
import { newlyForbidden, saysWhy } from './released.ts'

/** Pins that cannot stand: the sentence, the posts concerned, and who set each. */
export type PinTrouble = { readonly tenures: string[]; readonly names: string[]; readonly text: string }

const sentences: Readonly<Record<string, Phrase>> = words.pinFault

/** Who holds a post in a year: the name, and how it was said (a pin with its day and reason; else how far the item has come). */
function setter({ library }: Known, at: { tenure: string; year: number }, tongue: Tongue): { name: string; says: string } {
  const pin = library.pins.find(({ kind, tenure, year }) => kind === 'pin' && tenure === at.tenure && year === at.year)
  if (pin) return { name: pin.name, says: say(words.reason.setBy, tongue, { name: pin.name, on: pin.setOn, reason: pin.reason }) }
  const item = library.items.find(({ tenure, year, change }) => tenure === at.tenure && year === at.year && change === 'add')
  return { name: item?.movedBy ?? '', says: item ? `${item.movedBy} ${say(words.stage[item.stage], tongue)}` : '' }
}

function troubleOf(known: Known, { code, facts = {} }: Fault, tongue: Tongue): PinTrouble {
  const naming = namingOf(known, tongue)
  const number = (key: string) => Number(facts[key] ?? facts[key.replace('other', '').toLowerCase()] ?? 0)
  const [subject, other] = [String(facts.subject ?? ''), String(facts.other ?? '')]
  const one = setter(known, { tenure: subject, year: number('year') }, tongue)
  const two = setter(known, { tenure: other, year: number('otherYear') }, tongue)
  const slots = {
    slot: slotText({ year: number('year'), window: number('window') }),
    otherSlot: slotText({ year: number('otherYear'), window: number('otherWindow') }),
  }
  const text = say(sentences[code] ?? { zh: code, en: code }, tongue, { ...naming.facts(facts), ...slots, by: one.says, otherBy: two.says })
  return { tenures: [...new Set([subject, other])].filter(Boolean), names: [...new Set([one.name, two.name])].filter(Boolean), text }
}

/** Every pin that contradicts a rule or another pin, with who set it in words. */
export const pinTroubles = (known: Known, tongue: Tongue): PinTrouble[] =>
  pinFaults(known.built.instance).map((fault) => troubleOf(known, fault, tongue))

/** Pins that something new forbids: who set each, when and why, and what has come up since. */
export function overtakenPins(known: Known, tongue: Tongue): PinTrouble[] {
  const { library } = known
  const { overtaken } = newlyForbidden(library)
  return library.pins.flatMap((pin) => {
    const why = overtaken.get(pin.id)
    if (!why || pin.kind !== 'pin') return []
    const facts = {
      name: library.posts.find(({ tenure }) => tenure.id === pin.tenure)?.official.name ?? '',
      slot: slotText({ year: pin.year, window: pin.window ?? 1 }),
      team: library.teams.find(({ team }) => team.id === pin.team)?.team.name ?? '',
      by: say(words.reason.setBy, tongue, { name: pin.name, on: pin.setOn, reason: pin.reason }),
      why: saysWhy(why, tongue),
    }
    return [{ tenures: [pin.tenure], names: [pin.name], text: say(words.note.pinOvertaken, tongue, facts) }]
  })
}
