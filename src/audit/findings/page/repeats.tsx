import { Button } from 'antd'
import { useState } from 'react'
import { UnitPicker } from '../../../registers/places/picker.tsx'
import { useAct } from '../../../web/ask.ts'
import { Go, place } from '../../../web/go.tsx'
import { type Column, type Filter, ListPage } from '../../../web/list-page/list-page.tsx'
import { ErrorNote } from '../../../web/notes.tsx'
import { RecordDrawer } from '../../../web/record-drawer.tsx'
import { useMay } from '../../../web/session.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { judgeRepeat, listRepeats, type RepeatLine, seekRepeats } from '../repeats/contract.ts'
import { RepeatVerdict } from '../repeats/model.ts'
import { otherHeads } from '../repeats/rules.ts'
import { words } from '../repeats/words.ts'
import { words as findingWords } from '../words.ts'

const tags = { proposed: 'soon', confirmed: 'overdue', rejected: 'planned' } as const

/** One pair in words: same unit, same class, which years, which heads, which words; and the other finding to open. */
export function RepeatReasons({ row, from }: { row: RepeatLine; from?: string }) {
  const t = useSay()
  const sides = [row.before, row.later].filter(({ id }) => id !== from)
  const heads = otherHeads(row)
    ? t(words.reason.otherHead, { earlier: row.earlierHeads.join('、'), later: row.heads.join('、') })
    : row.heads.length > 0 && t(words.reason.sameHead, { names: row.heads.join('、') })
  return (
    <div className="stack stack-tight">
      {sides.map((side) => (
        <p key={side.id}>
          <StatusTag state={tags[row.verdict]}>{t(words.verdict[row.verdict])}</StatusTag>{' '}
          <Go to={place(`/findings/${side.id}`)}>
            <span className="num">{side.number}</span> <span className="serif">{side.title}</span>
          </Go>{' '}
          <span className="muted small">{side.projectTitle}</span>
        </p>
      ))}
      <p className="small muted">
        {[
          `${t(words.reason.unit)} ${row.unitName}`,
          t(words.reason.class, { code: row.problemClass }),
          t(words.reason.years, { earlier: row.before.year, later: row.later.year }),
          heads,
          t(words.reason.words, { percent: row.likeness, shared: row.shared.join('、') }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {row.note && <p className="small">{row.note}</p>}
    </div>
  )
}

function Judging({ row }: { row: RepeatLine }) {
  const t = useSay()
  const act = useAct(judgeRepeat)
  const [note, setNote] = useState('')
  if (row.judge !== true) return null
  const run = (verdict: 'confirmed' | 'rejected') => void act.run({ id: row.id, version: row.version, verdict, note })
  const short = note.trim().length < 4
  return (
    <div className="stack stack-tight">
      <label className="stack stack-tight">
        <span className="muted small">{t(words.field.note)}</span>
        <textarea className="field-control" rows={2} value={note} onChange={(event) => setNote(event.target.value)} />
      </label>
      <ErrorNote trouble={act.trouble} />
      <div className="row">
        <Button type="primary" disabled={short} loading={act.pending} onClick={() => run('confirmed')}>
          {t(words.action.confirm)}
        </Button>
        <Button disabled={short} onClick={() => run('rejected')}>
          {t(words.action.reject)}
        </Button>
      </div>
      <p className="muted small">{t(words.note.person)}</p>
    </div>
  )
}

function RepeatDrawer({ row }: { row: RepeatLine | undefined }) {
  const t = useSay()
  return (
    <RecordDrawer title={row?.later.title ?? t(words.title.repeats)} lead={row?.unitName}>
      {row && (
        <>
          <RepeatReasons row={row} />
          <Judging row={row} />
        </>
      )}
    </RecordDrawer>
  )
}

function useColumns(): readonly Column<RepeatLine>[] {
  const t = useSay()
  return [
    { key: 'later', title: t(words.title.later), serif: true, cell: (row) => row.later.title },
    { key: 'before', title: t(words.title.earlier), serif: true, optional: true, cell: (row) => row.before.title },
    { key: 'unit', title: t(words.field.unit), width: 180, cell: (row) => row.unitName },
    {
      key: 'years',
      title: t(words.field.years),
      width: 110,
      cell: (row) => <span className="num">{`${row.before.year} → ${row.later.year}`}</span>,
    },
    {
      key: 'heads',
      title: t(words.field.heads),
      width: 160,
      optional: true,
      cell: (row) => `${row.earlierHeads.join('、')} → ${row.heads.join('、')}`,
    },
    {
      key: 'likeness',
      title: t(words.field.likeness),
      width: 96,
      align: 'end',
      cell: (row) => <span className="num">{`${row.likeness}%`}</span>,
    },
    {
      key: 'verdict',
      title: t(words.field.verdict),
      width: 130,
      cell: (row) => <StatusTag state={tags[row.verdict]}>{t(words.verdict[row.verdict])}</StatusTag>,
    },
  ]
}

function Seek() {
  const t = useSay()
  const act = useAct(seekRepeats)
  if (!useMay(seekRepeats)) return null
  return (
    <Button loading={act.pending} onClick={() => void act.run({})}>
      {act.value ? t(words.note.seeking) : t(words.action.seek)}
    </Button>
  )
}

function useFilters(): readonly Filter[] {
  const t = useSay()
  const unit = t(words.field.unit)
  return [
    { key: 'q', kind: 'text', label: t(words.field.q) },
    {
      key: 'verdict',
      kind: 'several',
      label: t(words.field.verdict),
      options: RepeatVerdict.options.map((value) => ({ value, label: t(words.verdict[value]) })),
    },
    {
      key: 'unit',
      kind: 'custom',
      label: unit,
      render: (value, set) => <UnitPicker label={unit} value={value ?? null} onChange={(id) => set(id ?? undefined)} />,
    },
  ]
}

/** The same problem found again in later audits of a unit, and what people said of it. */
export function RepeatsPage() {
  const t = useSay()
  return (
    <ListPage
      title={t(words.title.repeats)}
      name="repeats"
      contract={listRepeats}
      rowKey={(row) => row.id}
      rowLabel={(row) => row.later.title}
      filters={useFilters()}
      columns={useColumns()}
      drawer={(_, row) => <RepeatDrawer row={row} />}
      lead={t(words.note.person)}
      actions={<Seek />}
      crumbs={[{ says: t(findingWords.title.findings), to: '/findings' }]}
      empty={{ says: t(words.note.empty) }}
    />
  )
}
