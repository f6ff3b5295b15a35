import { Button } from 'antd'
import { useState } from 'react'
import { fileUrl, useAct, useAsk } from '../../web/ask.ts'
import { Go, place, useGo } from '../../web/go.tsx'
import { ErrorNote, Shown } from '../../web/notes.tsx'
import { Card } from '../../web/page-frame.tsx'
import { useMay } from '../../web/session.tsx'
import { StatusTag } from '../../web/status-tag.tsx'
import { useSay } from '../../web/tongue.tsx'
import { draftPaper, getBundle, listTypes, type PaperLine, papersOfSubject, type TypeView } from './contract.ts'
import { WithdrawDraft } from './page/withdraw-draft.tsx'
import { words } from './page.words.ts'
import { words as records } from './words.ts'

export const stateTag = { draft: 'planned', frozen: 'running', issued: 'done', voided: 'overdue' } as const

function PaperRow({ paper, types }: { paper: PaperLine; types: readonly TypeView[] }) {
  const t = useSay()
  const type = types.find(({ id }) => id === paper.kind)
  const late = paper.sent > paper.served
  return (
    <tr>
      <td>{type ? t(type.name) : paper.kind}</td>
      <td>
        <Go to={place(`/papers/${paper.id}`)}>{paper.title.replace(/\s+/g, '')}</Go>
      </td>
      <td className="num">{paper.number}</td>
      <td className="num nowrap">{paper.paperOn}</td>
      <td>
        <StatusTag state={stateTag[paper.state]}>{t(records.state[paper.state])}</StatusTag>
      </td>
      <td>
        {paper.sent > 0 && (
          <StatusTag state={late ? 'soon' : 'done'}>{t(words.note.servedOf, { served: paper.served, sent: paper.sent })}</StatusTag>
        )}
        {paper.state === 'draft' && <WithdrawDraft paper={paper} small />}
      </td>
    </tr>
  )
}

function PapersTable({ papers, types }: { papers: readonly PaperLine[]; types: readonly TypeView[] }) {
  const t = useSay()
  const heads = [
    records.field.kind,
    records.field.title,
    records.field.number,
    records.field.paperOn,
    records.field.state,
    words.field.service,
  ]
  return (
    <div className="table-scroll table-whole">
      <table className="simple-table">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head.zh} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {papers.map((paper) => (
            <PaperRow key={paper.id} paper={paper} types={types} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The types as options, by group. */
export function TypeOptions({ types }: { types: readonly TypeView[] }) {
  const t = useSay()
  const groups = [...new Set(types.map(({ group }) => group))]
  return groups.map((group) => (
    <optgroup key={group} label={t(words.group[group])}>
      {types
        .filter((type) => type.group === group)
        .map((type) => (
          <option key={type.id} value={type.id}>
            {t(type.name)}
          </option>
        ))}
    </optgroup>
  ))
}

function DraftForm({ subject, types }: { subject: string; types: readonly TypeView[] }) {
  const t = useSay()
  const go = useGo()
  const act = useAct(draftPaper)
  const [kind, setKind] = useState('')
  const begin = async () => {
    const outcome = await act.run({ kind, subject })
    if (outcome.ok) go(place(`/papers/${outcome.value.id}`))
  }
  return (
    <div className="stack stack-tight">
      <div className="row">
        <select className="field-control" aria-label={t(records.field.kind)} value={kind} onChange={(event) => setKind(event.target.value)}>
          <option value="">{t(words.note.choose)}</option>
          <TypeOptions types={types.filter(({ apart }) => !apart)} />
        </select>
        <Button
          type="primary"
          disabled={kind === ''}
          title={kind === '' ? t(words.note.choose) : undefined}
          loading={act.pending}
          onClick={() => void begin()}
        >
          {t(words.action.draft)}
        </Button>
      </div>
      <ErrorNote trouble={act.trouble} />
    </div>
  )
}

/** Everything that is fixed, to be printed at one go. */
function PrintAll({ papers, pdf }: { papers: readonly PaperLine[]; pdf: boolean }) {
  const t = useSay()
  const ids = papers.filter(({ state }) => state === 'frozen' || state === 'issued').map(({ id }) => id)
  if (ids.length === 0) return null
  return (
    <a href={fileUrl(getBundle, { ids, as: 'pdf' })} title={pdf ? undefined : t(words.note.printZip)}>
      {`${t(words.action.print)} (${ids.length})`}
    </a>
  )
}

/**
 * The papers of one record, for its own page: `<PapersPanel subject={`project:${id}`} />`. Lists what is drafted, issued and
 * served, and begins a new paper filled with what the rooms know. `kinds` narrows the choice of types.
 */
export function PapersPanel({ subject, kinds }: { subject: string; kinds?: readonly string[] }) {
  const t = useSay()
  const mayList = useMay(papersOfSubject)
  const mayDraft = useMay(draftPaper)
  const asked = useAsk(papersOfSubject, { subject }, { when: mayList })
  const known = useAsk(listTypes, {}, { when: mayList })
  if (!mayList) return null
  const types = known.data?.types ?? []
  const offered = kinds ? types.filter(({ id }) => kinds.includes(id)) : types
  return (
    <Card title={t(words.title.panel)} aside={<PrintAll papers={asked.data?.papers ?? []} pdf={known.data?.pdf ?? true} />}>
      <div className="stack">
        {mayDraft && <DraftForm subject={subject} types={offered} />}
        <Shown ask={asked}>
          {({ papers }) =>
            papers.length === 0 ? <p className="muted">{t(words.note.noPapers)}</p> : <PapersTable papers={papers} types={types} />
          }
        </Shown>
      </div>
    </Card>
  )
}
