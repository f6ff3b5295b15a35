import { z } from 'zod'
import { useAddress } from '../../../web/address.ts'
import { useAsk } from '../../../web/ask.ts'
import { Go, place } from '../../../web/go.tsx'
import { EmptyNote, Shown } from '../../../web/notes.tsx'
import { Card, Page } from '../../../web/page-frame.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { comparePapers } from '../contract.ts'
import { words } from '../page.words.ts'
import type { ComparedLine } from '../rules/compare.ts'
import './documents.css'

const Asked = z.object({
  left: z.string().optional(),
  right: z.string().optional(),
  leftEdition: z.string().optional(),
  rightEdition: z.string().optional(),
})

function Line({ line }: { line: ComparedLine }) {
  const t = useSay()
  if (line.kind === 'same') return <p className="compared">{line.text}</p>
  const gone = line.kind === 'gone'
  const Mark = gone ? 'del' : 'ins'
  return (
    <p className={`compared compared-${line.kind}`}>
      <b>{t(gone ? words.note.gone : words.note.new)}</b> <Mark>{line.text}</Mark>
    </p>
  )
}

function Lines({ lines }: { lines: readonly ComparedLine[] }) {
  const t = useSay()
  return (
    <>
      {lines.every(({ kind }) => kind === 'same') && <p className="muted">{t(words.note.same)}</p>}
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no identity but their place
        <Line key={at} line={line} />
      ))}
    </>
  )
}

/** Two settings of papers, paragraph by paragraph: what is gone, what is new. */
export function ComparePage() {
  const t = useSay()
  const [at] = useAddress(Asked)
  const { left = '', right = '', leftEdition, rightEdition } = at
  const input = {
    left,
    right,
    ...(leftEdition ? { leftEdition: Number(leftEdition) } : {}),
    ...(rightEdition ? { rightEdition: Number(rightEdition) } : {}),
  }
  const chosen = left !== '' && right !== ''
  const asked = useAsk(comparePapers, input, { when: chosen })
  return (
    <Page title={t(words.title.compare)} crumbs={[{ says: t(words.title.papers), to: '/papers' }]}>
      {!chosen && <EmptyNote says={t(words.note.chooseTwo)} action={<Go to={place('/papers')}>{t(words.title.papers)}</Go>} />}
      {chosen && (
        <Shown ask={asked}>
          {({ left: one, right: other, lines }) => (
            <Card title={`${one} → ${other}`}>
              <Lines lines={lines} />
            </Card>
          )}
        </Shown>
      )}
    </Page>
  )
}
