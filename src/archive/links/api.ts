import { refuse } from '../../kernel/refusal.ts'
import { say, type Tongue } from '../../kernel/say.ts'
import type { Reader, Writer } from '../../platform/db.ts'
import type { Desk } from '../../platform/desk.ts'
import { newId } from '../../platform/id.ts'
import { enqueue } from '../../platform/jobs.ts'
import { found, serve, stopIf } from '../../platform/serve.ts'
import { type CandidateLine, confirm, inDocument, ofOfficial, one, queue, reassign, reject, rescan, undo } from './contract.ts'
import type { Mention, MentionVerdict, Verdict } from './model.ts'
import { thresholdsOn } from './register.ts'
import { sentenceAround, toConfirm, usableUnconfirmed, whyNotConfirm, whyNotReassign, whyNotUndo } from './rules.ts'
import * as store from './store.ts'
import { type ReasonCode, words } from './words.ts'

const isReason = (code: string): code is ReasonCode => code in words.reason
const said = (tongue: Tongue) => (reason: Mention['candidates'][number]['reasons'][number]) => ({
  code: reason.code,
  weight: reason.weight,
  text: isReason(reason.code) ? say(words.reason[reason.code], tongue, reason.facts ?? {}) : reason.code,
})

async function candidatesOf(read: Reader, mention: Mention, tongue: Tongue): Promise<CandidateLine[]> {
  const named = await store.namedBy(
    read,
    mention.kind,
    mention.candidates.map((each) => each.target),
  )
  const byId = new Map(named.map((each) => [each.target, each]))
  return mention.candidates.flatMap(({ target, reasons }) => {
    const record = byId.get(target)
    return record ? [{ ...record, reasons: reasons.map(said(tongue)) }] : []
  })
}

/** The paragraph a mention stands in, with the other mentions of people in it. */
async function contextOf(read: Reader, mention: Mention) {
  const text = (await store.textOf(read, mention.document))?.text ?? ''
  const passage = await store.passageOf(read, mention.document, mention.paragraph)
  const from = passage?.startsAt ?? mention.start
  const to = Math.max(passage?.endsAt ?? mention.end, mention.end)
  const others = await store.spansBetween(read, { document: mention.document, from, to })
  return { text: text.slice(from, to), from, others: others.filter((each) => each.start !== mention.start) }
}

/** The mention as the reader may know it, else absent. */
async function mentionFor({ read }: Pick<Desk, 'read'>, id: string) {
  const line = found(await store.findLine(read, id))
  return { line, mention: found(await store.findMention(read, id)) }
}

type Deed = { id: string; verdict: Verdict; target(mention: Mention, tx: Writer): Promise<string | null> | string | null }

/** Writes a verdict about the mention's span of its paper's bytes. */
const decide = ({ actor, change, now }: Desk, deed: Deed) =>
  change(`mention:${deed.id}`, async (tx) => {
    const { mention } = await mentionFor({ read: tx }, deed.id)
    const verdict: MentionVerdict = {
      id: newId(),
      sha256: mention.sha256,
      start: mention.start,
      end: mention.end,
      surface: mention.surface,
      kind: mention.kind,
      verdict: deed.verdict,
      target: await deed.target(mention, tx),
      decidedBy: actor.account,
      decidedAt: now,
      jurisdiction: mention.jurisdiction,
    }
    await store.keepVerdict(tx, verdict)
    return found(await store.findLine(tx, deed.id))
  })

const seenOf = (ids: readonly (string | null)[]) => [...new Set(ids)].flatMap((id) => (id === null ? [] : [`official:${id}` as const]))

export const linksApi = [
  serve(queue, async ({ input, read, seen }) => {
    seen('official:list')
    const counts = await store.countsOf(read, input)
    return { ...(await store.queueOf(read, input)), counts }
  }),

  serve(one, async ({ input, read, tongue, seen }) => {
    const { line, mention } = await mentionFor({ read }, input.id)
    const verdict = (await store.findVerdict(read, mention)) ?? null
    const candidates = await candidatesOf(read, mention, tongue)
    const people = mention.kind === 'official' ? seenOf([...candidates.map((each) => each.target), line.target]) : []
    seen(...(people.length > 0 ? people : [`mention:${mention.id}` as const]))
    return {
      mention: line,
      ...(await contextOf(read, mention)),
      candidates,
      verdict: verdict && { verdict: verdict.verdict, by: verdict.decidedBy, at: verdict.decidedAt },
      may: {
        confirm: whyNotConfirm(mention, undefined) ?? (true as const),
        reject: true as const,
        reassign: whyNotReassign(mention) ?? (true as const),
        undo: whyNotUndo(verdict) ?? (true as const),
      },
    }
  }),

  serve(confirm, (desk) =>
    decide(desk, {
      id: desk.input.id,
      verdict: 'confirmed',
      target: (mention) => {
        stopIf(whyNotConfirm(mention, desk.input.target))
        return toConfirm(mention, desk.input.target)
      },
    }),
  ),

  serve(reject, (desk) => decide(desk, { id: desk.input.id, verdict: 'rejected', target: () => null })),

  serve(reassign, (desk) =>
    decide(desk, {
      id: desk.input.id,
      verdict: 'reassigned',
      target: async (mention, tx) => {
        stopIf(whyNotReassign(mention))
        const { official } = desk.input
        stopIf((await store.isOfficial(tx, official)) ? null : refuse('notInRegister', { official }))
        return official
      },
    }),
  ),

  serve(undo, ({ input, change }) =>
    change(`mention:${input.id}`, async (tx) => {
      const { mention } = await mentionFor({ read: tx }, input.id)
      stopIf(whyNotUndo(await store.findVerdict(tx, mention)))
      await store.dropVerdict(tx, mention)
      return found(await store.findLine(tx, input.id))
    }),
  ),

  serve(inDocument, async ({ input, read, seen }) => {
    const mentions = await store.linesInDocument(read, input.document)
    seen(`document:${input.document}`, ...seenOf(mentions.map((each) => (each.kind === 'official' ? each.target : null))))
    return { mentions }
  }),

  serve(ofOfficial, async ({ input, read, today, seen }) => {
    seen(`official:${input.official}`)
    if (!(await store.isOfficial(read, input.official))) return { mentions: [] }
    return {
      mentions: await spokenOf(read, {
        official: input.official,
        strict: (await thresholdsOn(read, today)).strict,
      }),
    }
  }),

  serve(rescan, ({ input, change }) =>
    change('registerPrint:all', async (tx) => {
      await enqueue(tx, 'links.rescan', { all: input.all }, 'links.rescan')
      return { waiting: true as const }
    }),
  ),
]

/** Confirmed mentions, and automatic ones that may be shown unconfirmed; each with its sentence. */
async function spokenOf(read: Reader, about: { official: string; strict: number }) {
  const lines = await store.linesOfOfficial(read, about.official)
  const usable = lines.filter((line) => line.standing !== 'link' || usableUnconfirmed(line, about.strict))
  const texts = new Map<string, string>()
  for (const { document } of usable) if (!texts.has(document)) texts.set(document, (await store.textOf(read, document))?.text ?? '')
  return usable.map(({ score: _score, decision: _decision, ...line }) => ({
    ...line,
    sentence: sentenceAround(texts.get(line.document) ?? '', line),
    confirmed: line.standing !== 'link',
  }))
}
