import type { Phrase } from '../../../kernel/say.ts'
import { say } from '../../../kernel/say.ts'
import { words } from '../words.ts'
import { inChinese } from './numerals.ts'
import { shape } from './structure.words.ts'

export type CitedPlace = {
  title: string
  article: number | null
  suffix?: number | undefined
  paragraph?: number | null | undefined
  item?: number | null | undefined
  version?: string | null | undefined
}

/** A provision as it is cited in a paper, in both tongues. */
export function citation(place: CitedPlace): Phrase {
  return { zh: parts(place, 'zh').join(''), en: parts(place, 'en').join('') }
}

function parts(place: CitedPlace, tongue: 'zh' | 'en'): string[] {
  const { title, article, suffix, paragraph, item, version } = place
  const number = (value: number) => (tongue === 'zh' ? inChinese(value) : value)
  const text = version ? [say(words.cite.version, tongue, { on: version })] : []
  if (article === null) return [shape.title.test(title) ? say(words.cite.title, tongue, { title }) : title, ...text]
  return [
    say(words.cite.article, tongue, { title, article: number(article) }),
    ...(suffix ? [say(words.cite.suffix, tongue, { suffix: number(suffix) })] : []),
    ...(paragraph ? [say(words.cite.paragraph, tongue, { paragraph: number(paragraph) })] : []),
    ...(item ? [say(words.cite.item, tongue, { item: number(item) })] : []),
    ...text,
  ]
}
