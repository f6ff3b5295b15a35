import { Button } from 'antd'
import type { z } from 'zod'
import { useAct, useAsk } from '../../../web/ask.ts'
import { Go, place } from '../../../web/go.tsx'
import { clockText } from '../../../web/moment.ts'
import { ErrorNote, Shown } from '../../../web/notes.tsx'
import { Card } from '../../../web/page-frame.tsx'
import { ReadingPane } from '../../../web/reading-pane.tsx'
import { useMay } from '../../../web/session.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { useUndo } from '../../../web/undo.tsx'
import { confirm, type MentionLine, one, reassign, reject, undo } from '../contract.ts'
import { words } from '../words.ts'
import { AnotherPerson } from './another.tsx'
import { Candidates } from './candidates.tsx'
import { useKeys } from './keys.tsx'
import { StandingTag, standingPhrase } from './standing.tsx'

type OneMention = z.output<typeof one.output>
type No = { code: string; facts?: Record<string, string | number> | undefined }
const isWord = (code: string): code is keyof typeof words.refusal => code in words.refusal

/** Why a deed may not be done, as a sentence; null when it may. */
function useWhyNot(): (may: true | No) => string | null {
  const t = useSay()
  return (may) => (may === true ? null : isWord(may.code) ? t(words.refusal[may.code], may.facts ?? {}) : may.code)
}

const readerOf = ({ document, paragraph, start, end }: MentionLine) => place(`/reports/${document}`, { p: paragraph, s: start, e: end })

/** The deeds on one mention; each can be taken back for ten seconds, and moves on to the next mention. */
function useDeeds(id: string, onDone: () => void) {
  const t = useSay()
  const offer = useUndo()
  const [confirming, rejecting, reassigning, undoing] = [useAct(confirm), useAct(reject), useAct(reassign), useAct(undo)]
  const settle = (outcome: { ok: true; value: MentionLine } | { ok: false }) => {
    if (!outcome.ok) return
    offer(t(words.page.saved, { state: t(standingPhrase(outcome.value.standing)) }), () => undoing.run({ id: outcome.value.id }))
    onDone()
  }
  return {
    confirm: async (target: string) => settle(await confirming.run({ id, target })),
    reject: async () => settle(await rejecting.run({ id })),
    reassign: async (official: string) => settle(await reassigning.run({ id, official })),
    undo: () => void undoing.run({ id }),
    pending: confirming.pending || rejecting.pending || reassigning.pending || undoing.pending,
    trouble: confirming.trouble ?? rejecting.trouble ?? reassigning.trouble ?? undoing.trouble,
  }
}

function Context({ shown }: { shown: OneMention }) {
  const t = useSay()
  const { mention, text, from, others } = shown
  const around = others.map(({ start, end, standing }) => ({
    key: `${start}`,
    start,
    end,
    tone: standing === 'review' ? ('doubt' as const) : ('mention' as const),
  }))
  const here = { key: mention.id, start: mention.start, end: mention.end, tone: 'cited' as const, label: mention.surface }
  return (
    <>
      <ReadingPane
        text={text}
        textStartsAt={from}
        paragraphs={[{ no: mention.paragraph, startsAt: from, endsAt: from + text.length }]}
        ranges={[...around, here]}
        at={{ start: mention.start, end: mention.end }}
      />
      {mention.adverse && <p className="muted small">▲ {t(words.page.adverse)}</p>}
    </>
  )
}

function Decision({ shown, onDone, onMove }: { shown: OneMention; onDone(): void; onMove(by: 1 | -1): void }) {
  const t = useSay()
  const whyNot = useWhyNot()
  const { mention, candidates, verdict, may } = shown
  const deeds = useDeeds(mention.id, onDone)
  const [mayConfirm, mayReject, mayReassign] = [useMay(confirm), useMay(reject), useMay(reassign)]
  useKeys({
    onNumber: (number) => {
      const candidate = candidates[number - 1]
      if (candidate && mayConfirm && !deeds.pending) void deeds.confirm(candidate.target)
    },
    onReject: () => mayReject && !deeds.pending && void deeds.reject(),
    onUndo: () => may.undo === true && mayConfirm && deeds.undo(),
    onMove,
  })
  return (
    <>
      <ErrorNote trouble={deeds.trouble} />
      {verdict && (
        <p className="row">
          <StandingTag standing={mention.standing} /> <b className="serif">{mention.name ?? ''}</b>
          <span className="muted">{t(words.page.decidedBy, { who: verdict.by, at: clockText(verdict.at) })}</span>
          {mayConfirm && (
            <Button size="small" disabled={deeds.pending} onClick={deeds.undo}>
              {t(words.page.undo)}
            </Button>
          )}
        </p>
      )}
      <Candidates
        candidates={candidates}
        chosen={mention.target}
        pending={deeds.pending}
        whyNot={mayConfirm ? whyNot(may.confirm) : t(words.page.notYours)}
        onConfirm={(target) => void deeds.confirm(target)}
      />
      <div className="row">
        <Button danger disabled={deeds.pending || !mayReject} onClick={() => void deeds.reject()}>
          {t(words.page.reject)}
        </Button>
        <span className="muted small">{t(words.page.keys)}</span>
      </div>
      <h3>{t(words.page.another)}</h3>
      <AnotherPerson
        name={mention.surface}
        pending={deeds.pending}
        whyNot={mayReassign ? whyNot(may.reassign) : t(words.page.notYours)}
        onChoose={(official) => void deeds.reassign(official)}
      />
    </>
  )
}

type Props = { id: string; onDone(): void; onMove(by: 1 | -1): void }

/** One mention in its paragraph, the candidates with reasons, and what can be decided. */
export function MentionView({ id, onDone, onMove }: Props) {
  const t = useSay()
  const asked = useAsk(one, { id })
  return (
    <Shown ask={asked} lines={8}>
      {(shown) => (
        <div className="stack">
          <Card title={shown.mention.documentTitle} aside={<Go to={readerOf(shown.mention)}>{t(words.page.open)}</Go>}>
            <Context shown={shown} />
          </Card>
          <Card title={t(words.page.candidates)} aside={<StandingTag standing={shown.mention.standing} />}>
            <div className="stack">
              <Decision key={shown.mention.id} shown={shown} onDone={onDone} onMove={onMove} />
            </div>
          </Card>
        </div>
      )}
    </Shown>
  )
}
