import type { Day } from '../../kernel/day.ts'
import { say, type Tongue } from '../../kernel/say.ts'
import { FactSection, type Source } from '../../kernel/source.ts'
import type { Block, Paper, Run } from '../../office/documents/model.ts'
import { headingMark, paperDay } from '../../office/documents/rules.ts'
import type { Portrait, Sentence } from './model.ts'
import { numberSources, sourceKey } from './rules.ts'
import { words } from './words.ts'

type Taking = { by: string; today: Day; tongue: Tongue }
const roomName = (room: string, tongue: Tongue) => {
  const known = Object.entries(words.room).find(([name]) => name === room)
  return known ? say(known[1], tongue) : room
}

/** One line of the list of sources: file, paragraph, hash; or the record of the house. */
export function sourceText(source: Source, tongue: Tongue): string {
  const { room, record, field, document, paragraph, sha256 } = source
  if (document === null) return say(words.paper.fromRecord, tongue, { room: roomName(room, tongue), record, field })
  const place = paragraph === null ? say(words.paper.whole, tongue) : say(words.paper.paragraph, tongue, { no: paragraph })
  return say(words.paper.fromPaper, tongue, { document, place, sha256: sha256 ?? '', record })
}

function runOf(sentence: Sentence, numbers: ReadonlyMap<string, number>, tongue: Tongue): Run {
  const marks = [...new Set(sentence.sources.map((source) => numbers.get(sourceKey(source)) ?? 0))]
  const doubt = sentence.state === 'unconfirmed' ? say(words.paper.unconfirmed, tongue) : ''
  return { text: `${sentence.text}${doubt}`, marks }
}

function sections(portrait: Portrait, numbers: ReadonlyMap<string, number>, tongue: Tongue): Block[] {
  const filled = FactSection.options.filter((section) => portrait.sentences.some((sentence) => sentence.section === section))
  return filled.flatMap((section, at): Block[] => [
    { kind: 'heading', level: 1, text: `${headingMark(1, at + 1)}${say(words.section[section], tongue)}` },
    ...portrait.sentences
      .filter((sentence) => sentence.section === section)
      .map((sentence): Block => ({ kind: 'paragraph', runs: [runOf(sentence, numbers, tongue)] })),
  ])
}

/** The portrait as a paper: every sentence followed by its numbers, the sources at the end with file, paragraph and hash. */
export function portraitDocument(portrait: Portrait, { by, today, tongue }: Taking): Paper {
  const numbered = numberSources(portrait.sentences)
  const numbers = new Map(numbered.map(({ number, source }) => [sourceKey(source), number]))
  const { name, number } = portrait.official
  const kept = portrait.withheld.count ? [{ text: say(words.paper.withheld, tongue, { count: portrait.withheld.count }) }] : []
  const day = paperDay(portrait.asOf, tongue)
  return {
    number: null,
    secrecy: say(words.paper.secrecy, tongue),
    title: [say(words.paper.title, tongue, { name })],
    addressee: null,
    blocks: [
      { kind: 'paragraph', runs: [{ text: `${say(words.paper.asOf, tongue, { day, number })}${say(words.paper.aid, tongue)}` }, ...kept] },
      ...sections(portrait, numbers, tongue),
      {
        kind: 'sources',
        title: say(words.paper.sources, tongue),
        sources: numbered.map((each) => ({ number: each.number, text: sourceText(each.source, tongue) })),
      },
    ],
    signature: null,
    watermark: say(words.paper.mark, tongue, { name: by, day: today }),
    subject: say(words.paper.subject, tongue),
  }
}
