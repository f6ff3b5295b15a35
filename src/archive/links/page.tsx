import { Button, Input } from 'antd'
import { useEffect } from 'react'
import { z } from 'zod'
import { useAddress } from '../../web/address.ts'
import { useAct, useAsk } from '../../web/ask.ts'
import { Pager } from '../../web/list-page/pager.tsx'
import { EmptyNote, ErrorNote, Shown } from '../../web/notes.tsx'
import { Card, Page, Segmented } from '../../web/page-frame.tsx'
import { useMay } from '../../web/session.tsx'
import { useSay } from '../../web/tongue.tsx'
import { useUndo } from '../../web/undo.tsx'
import { type MentionLine, queue, rescan } from './contract.ts'
import { MentionKind, Standing } from './model.ts'
import { MentionView } from './page/mention.tsx'
import { QueueList } from './page/queue.tsx'
import { standingPhrase } from './page/standing.tsx'
import { words } from './words.ts'

const Address = z.object({
  standing: Standing.catch('review').default('review'),
  kind: MentionKind.catch('official').default('official'),
  q: z.string().optional(),
  document: z.string().optional(),
  at: z.string().optional(),
  page: z.coerce.number().int().min(1).catch(1).default(1),
})
const size = 50
const order = ['review', 'link', 'none', 'confirmed', 'rejected', 'reassigned'] as const

function Rescan() {
  const t = useSay()
  const tell = useUndo()
  const scan = useAct(rescan)
  const start = async () => {
    if ((await scan.run({ all: true })).ok) tell(t(words.page.rescanning))
  }
  return (
    <>
      <ErrorNote trouble={scan.trouble} />
      <Button disabled={scan.pending} onClick={() => void start()}>
        {t(words.page.rescan)}
      </Button>
    </>
  )
}

/** The mention at hand, and moving to its neighbours in the list. */
function useAtHand(rows: readonly MentionLine[], at: string | undefined, pick: (id: string) => void) {
  const index = rows.findIndex((row) => row.id === at)
  const move = (by: 1 | -1) => {
    const next = rows[Math.max(0, Math.min(rows.length - 1, index + by))]
    if (next) pick(next.id)
  }
  const onward = () => {
    const next = rows[index + 1] ?? rows[index - 1]
    if (next) pick(next.id)
  }
  const first = rows[0]?.id
  useEffect(() => {
    if (at === undefined && first !== undefined) pick(first)
  }, [at, first, pick])
  return { move, onward }
}

type Asked = z.output<typeof Address>

function Desk({
  asked,
  rows,
  total,
  set,
}: {
  asked: Asked
  rows: readonly MentionLine[]
  total: number
  set: ReturnType<typeof useAddress<typeof Address>>[1]
}) {
  const t = useSay()
  const pick = (id: string) => set({ at: id }, { replace: true })
  const { move, onward } = useAtHand(rows, asked.at, pick)
  if (total === 0 && asked.at === undefined) return <EmptyNote says={t(words.page.empty)} />
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: 16, alignItems: 'flex-start', marginTop: 12 }}>
      <div style={{ flex: '1 1 300px', minWidth: 0 }}>
        <Card flush>
          <QueueList rows={rows} at={asked.at ?? null} onPick={pick} />
          <Pager page={asked.page} size={size} total={total} onPage={(page) => set({ page, at: undefined })} />
        </Card>
      </div>
      <div style={{ flex: '2 1 480px', minWidth: 0 }}>
        {asked.at === undefined ? (
          <p className="muted">{t(words.page.choose)}</p>
        ) : (
          <MentionView id={asked.at} onDone={onward} onMove={move} />
        )}
      </div>
    </div>
  )
}

/** The review queue: mentions of officials that wait for a person, and everything already decided. */
export function MentionsPage() {
  const t = useSay()
  const [asked, set] = useAddress(Address)
  const mayRescan = useMay(rescan)
  const { standing, kind, q, document, page } = asked
  const filters = { standing: [standing], kind, ...(q ? { q } : {}), ...(document ? { document } : {}) }
  const listed = useAsk(queue, { ...filters, offset: (page - 1) * size, limit: size }, { keep: true })
  const counts = listed.data?.counts
  const standings = order.map((value) => ({ value, label: `${t(standingPhrase(value))} ${counts?.[value] ?? ''}` }))
  const kinds = MentionKind.options.map((value) => ({ value, label: t(words.kind[value]) }))
  const ask = (change: Record<string, string | undefined>) => set({ ...change, at: undefined, page: undefined }, { replace: true })
  return (
    <Page title={t(words.page.title)} lead={t(words.page.about)} actions={mayRescan && <Rescan />}>
      <div className="row">
        <Segmented label={t(words.page.filter)} value={standing} options={standings} onChange={(value) => ask({ standing: value })} />
        <Segmented label={t(words.page.kindOf)} value={kind} options={kinds} onChange={(value) => ask({ kind: value })} />
        <Input
          style={{ width: 160 }}
          value={q ?? ''}
          placeholder={t(words.page.search)}
          aria-label={t(words.page.search)}
          onChange={(event) => ask({ q: event.target.value || undefined })}
          allowClear
        />
        {document && (
          <Button size="small" onClick={() => ask({ document: undefined })}>
            {t(words.page.allPapers)}
          </Button>
        )}
      </div>
      <Shown ask={listed} lines={10}>
        {(answer) => <Desk asked={asked} rows={answer.rows} total={answer.total} set={set} />}
      </Shown>
    </Page>
  )
}
