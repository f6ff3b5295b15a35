import type { Day } from '../../kernel/day.ts'
import { say, type Tongue } from '../../kernel/say.ts'
import { FactSection, type Source } from '../../kernel/source.ts'
import type { Block, Paper, Run } from '../../office/documents/model.ts'
import { headingMark, paperDay } from '../../office/documents/rules.ts'
import type { Figures, Portrait, Sentence } from './model.ts'
import { numberSources, recordNamed, sourceKey } from './rules.ts'
import { words } from './words.ts'

type Taking = { by: string | null; today: Day; tongue: Tongue }
/** 问题登记 F-25-031: what kind of record, and the number a reader knows it by. */
export function recordText(source: Source, figures: Figures, tongue: Tongue): string {
  const { table, called } = recordNamed(source, figures)
  const known = Object.entries(words.record).find(([name]) => name === table)
  return `${known ? say(known[1], tongue) : table} ${called}`.trim()
}

/** One line of the list of sources: file, paragraph, hash; or the record of the house. */
export function sourceText(source: Source, figures: Figures, tongue: Tongue): string {
  const { document, paragraph, sha256 } = source
  const record = recordText(source, figures, tongue)
  if (document === null) return say(words.paper.fromRecord, tongue, { record })
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
        sources: numbered.map((each) => ({ number: each.number, text: sourceText(each.source, portrait.figures, tongue) })),
      },
    ],
    signature: null,
    watermark: by && say(words.paper.mark, tongue, { name: by, day: today }),
    subject: say(words.paper.subject, tongue),
  }
}
