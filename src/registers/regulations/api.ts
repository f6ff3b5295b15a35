import { foldedText } from '../../kernel/fold.ts'
import { found, serve, stopIf, stopIfChanged } from '../../platform/serve.ts'
import { compareAnswer, headOn, linesOn, opened, provisionAnswer } from './answers.ts'
import { calendarApi } from './calendar-api.ts'
import { clockApi } from './clock-api.ts'
import {
  citedBy,
  compareVersions,
  dateVersion,
  listRegulations,
  oneProvision,
  oneRegulation,
  repealRegulation,
  searchInside,
} from './contract.ts'
import { citingOf, hitsInside } from './inside.ts'
import { repealedBy } from './rules/history.ts'
import { whyNotEffective, whyNotRepeal } from './rules/versions.ts'
import * as store from './store.ts'
import { keepEffective, lockRegulation, lockVersion, markRepealed } from './write.ts'

export const regulationsApi = [
  serve(listRegulations, async ({ input, read, today }) => {
    const sought = foldedText(input.q ?? '')
    const lines = (await linesOn(read, input.on ?? today)).filter(
      (line) =>
        (input.jurisdiction === undefined || line.jurisdiction === input.jurisdiction) &&
        (input.standing === undefined || line.current?.standing === input.standing) &&
        [line.title, ...line.aliases].some((name) => foldedText(name).includes(sought)),
    )
    lines.sort((a, b) => a.jurisdiction.localeCompare(b.jurisdiction) || a.title.localeCompare(b.title, 'zh'))
    return { rows: lines.slice(input.offset, input.offset + input.limit), total: lines.length }
  }),

  serve(oneRegulation, async ({ input, read, today }) => {
    const { regulation, heads, head, on } = await opened(read, input, today)
    const [text, provisions] = await Promise.all([store.textOf(read, head.id), store.provisionsOf(read, head.id)])
    return {
      regulation,
      text,
      provisions,
      history: head.history,
      versions: heads.map((each) => headOn(each, on)),
      version: headOn(head, on),
      repeals: repealedBy(text),
      may: { repeal: whyNotRepeal(regulation, heads, today) ?? (true as const), dateVersion: true as const },
    }
  }),

  serve(oneProvision, async ({ input, read, today }) => provisionAnswer(read, await opened(read, input, today), input)),

  serve(compareVersions, ({ input, read, today }) => compareAnswer(read, input, today)),

  serve(searchInside, async ({ input, read, today }) => {
    const on = input.on ?? today
    const one = input.version || input.regulation ? await opened(read, { id: input.regulation, version: input.version, on }, today) : null
    const hits = await hitsInside(read, { q: input.q, on, version: one?.head.id ?? null })
    return { rows: hits.slice(input.offset, input.offset + input.limit), total: hits.length }
  }),

  serve(citedBy, async ({ input, read, today }) => {
    const rows = await citingOf(read, await opened(read, input, today), {
      article: input.article ?? null,
      suffix: input.suffix,
      own: input.own,
    })
    return { rows, total: rows.length }
  }),

  serve(repealRegulation, ({ input, change }) =>
    change(`regulation:${input.id}`, async (tx) => {
      const regulation = found(await lockRegulation(tx, input.id))
      stopIfChanged({ given: input.version, kept: regulation.version })
      const heads = await store.headsOf(tx, [regulation.id])
      stopIf(whyNotRepeal(regulation, heads, input.on))
      return markRepealed(tx, regulation, { on: input.on, basis: input.basis })
    }),
  ),

  serve(dateVersion, ({ input, today, change }) =>
    change(`regulationVersion:${input.id}`, async (tx) => {
      const version = found(await lockVersion(tx, input.id))
      stopIfChanged({ given: input.version, kept: version.version })
      stopIf(whyNotEffective(version, input.effectiveOn))
      await keepEffective(tx, version, { effectiveOn: input.effectiveOn, effectiveBasis: input.basis })
      const { head } = await opened(tx, { version: version.id }, today)
      return headOn(head, today)
    }),
  ),
  ...clockApi,
  ...calendarApi,
]
