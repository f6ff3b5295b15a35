import { Button } from 'antd'
import { useState } from 'react'
import { Day } from '../../../kernel/day.ts'
import { fen, yuan } from '../../../kernel/money.ts'
import type { Phrase } from '../../../kernel/say.ts'
import { ChoiceField } from '../../../registers/places/form-parts.tsx'
import { useAct, useAsk } from '../../../web/ask.ts'
import { Go, place, useGo, useParam } from '../../../web/go.tsx'
import { EmptyNote, ErrorNote, Shown } from '../../../web/notes.tsx'
import { Card, Page } from '../../../web/page-frame.tsx'
import { ReadingPane } from '../../../web/reading-pane.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { decideProposal, extractReport, listProposals, type ProposalLine, takeProposal } from '../extraction/contract.ts'
import { ProposalKind } from '../extraction/model.ts'
import { words } from '../extraction/words.ts'
import { words as findingWords } from '../words.ts'
import './findings.css'
import type { z } from 'zod'
import { FindingForm } from './form.tsx'
import { blank, type Draft, writtenOf } from './written.tsx'

type View = z.output<typeof listProposals.output>
const tags = { open: 'soon', confirmed: 'done', edited: 'done', rejected: 'planned' } as const
const rules: Readonly<Record<string, Phrase>> = words.rule

/** What the form begins with: the words and figures the rules saw, for a person to keep or change. */
function draftFrom(view: View, problem: ProposalLine, unit: string | null): Draft {
  const under = view.rows.filter((row) => row.parent === problem.id)
  const dates = under.filter((row) => row.kind === 'date')
  const day = (text: string | undefined) => Day.safeParse(text).data ?? null
  const money = under.flatMap((row) =>
    row.kind === 'amount' && row.moneyKind && !row.value.approximate
      ? [{ kind: row.moneyKind, amount: yuan(fen(row.value.fen ?? 0)) }]
      : [],
  )
  return {
    ...blank,
    title: problem.text,
    facts: view.text.slice(problem.value.bodyStart ?? 0, problem.value.bodyEnd ?? 0).trim(),
    unit,
    periodFrom: day(
      dates
        .map(({ value }) => value.from ?? '')
        .filter(Boolean)
        .sort()[0],
    ),
    periodTo: day(
      dates
        .map(({ value }) => value.to ?? '')
        .filter(Boolean)
        .sort()
        .at(-1),
    ),
    money: money.filter((line, at) => money.findIndex((each) => each.kind === line.kind) === at),
    loose: [...new Set(under.filter((row) => row.kind === 'citation').map((row) => row.text))],
  }
}

function Make({ view, problem, onClose }: { view: View; problem: ProposalLine; onClose(): void }) {
  const t = useSay()
  const go = useGo()
  const act = useAct(takeProposal)
  const [project, setProject] = useState(view.projects[0]?.id ?? null)
  const options = view.projects.map(({ id, title }) => ({ value: id, label: title }))
  const unit = view.projects.find(({ id }) => id === project)?.unit ?? view.document.unit
  return (
    <FindingForm
      title={t(words.title.make)}
      start={draftFrom(view, problem, unit)}
      trouble={act.trouble}
      pending={act.pending}
      onCancel={onClose}
      lead={
        <>
          <p className="muted small">{t(words.note.people)}</p>
          {options.length === 0 && <p className="note">{t(words.note.noProject)}</p>}
          <ChoiceField label={t(words.field.project)} wide value={project} options={options} onChange={setProject} />
        </>
      }
      save={async (draft) => {
        const outcome = await act.run({ ...writtenOf(draft), id: problem.id, version: problem.version, project: project ?? '' })
        if (outcome.ok) go(`/findings/${outcome.value.finding}`)
        return outcome.ok
      }}
    />
  )
}

function Decide({ row }: { row: ProposalLine }) {
  const t = useSay()
  const act = useAct(decideProposal)
  const run = (state: 'confirmed' | 'rejected') => void act.run({ id: row.id, version: row.version, state })
  return (
    <>
      {row.kind !== 'problem' && (
        <Button size="small" loading={act.pending} onClick={() => run('confirmed')}>
          {t(words.action.confirm)}
        </Button>
      )}
      <Button size="small" loading={act.pending} onClick={() => run('rejected')}>
        {t(words.action.reject)}
      </Button>
      <ErrorNote trouble={act.trouble} />
    </>
  )
}

type LineProps = { row: ProposalLine; picked: boolean; mayTake: boolean; onPick(): void; onMake(): void }
function Line({ row, picked, mayTake, onPick, onMake }: LineProps) {
  const t = useSay()
  const { value } = row
  return (
    <li className="stack stack-tight" aria-current={picked || undefined}>
      <p className="row spread">
        <span>
          <StatusTag state={row.kind === 'suspect' && row.state === 'open' ? 'overdue' : tags[row.state]}>
            {t(words.kind[row.kind])}
          </StatusTag>{' '}
          <button type="button" className="link-button" aria-pressed={picked} onClick={onPick}>
            {row.text}
          </button>{' '}
          {value.fen !== undefined && (
            <span className="num muted small">{`${value.approximate ? t(words.note.about) : ''}${yuan(fen(value.fen))}`}</span>
          )}
        </span>
        {row.state === 'open' && mayTake && (
          <span className="row">
            {row.kind === 'problem' && (
              <Button size="small" type="primary" onClick={onMake}>
                {t(words.action.take)}
              </Button>
            )}
            <Decide row={row} />
          </span>
        )}
        {row.finding && row.kind === 'problem' && <Go to={`/findings/${row.finding}`}>{t(words.state[row.state])}</Go>}
      </p>
      <p className="muted small">
        {t(rules[row.rule] ?? { zh: row.rule, en: row.rule })} ·{' '}
        {t(words.note.place, { no: row.paragraph, start: row.startsAt, end: row.endsAt })}
      </p>
    </li>
  )
}

const lines = (text: string) => {
  let at = 0
  return text.split('\n').map((line, index) => {
    const passage = { no: index + 1, startsAt: at, endsAt: at + line.length }
    at += line.length + 1
    return passage
  })
}

/** The report with every proposal marked in it, and beside it the list of them. */
function Beside({ view, onMake }: { view: View; onMake(row: ProposalLine): void }) {
  const t = useSay()
  const [picked, setPicked] = useState<ProposalLine | null>(null)
  const [kind, setKind] = useState<ProposalLine['kind'] | null>(null)
  const shown = view.rows.filter((row) => (kind === null ? row.kind !== 'heading' : row.kind === kind))
  const ranges = view.rows
    .filter((row) => row.kind !== 'heading')
    .map((row) => ({
      ...{ key: row.id, start: row.startsAt, end: row.endsAt, label: t(words.kind[row.kind]), picked: picked?.id === row.id },
      tone: row.kind === 'suspect' ? ('doubt' as const) : row.kind === 'problem' ? ('cited' as const) : ('mention' as const),
      onPick: () => setPicked(row),
    }))
  const kinds = [...new Set(view.rows.map((row) => row.kind))].map((value) => ({ value, label: t(words.kind[value]) }))
  return (
    <div className="proposals">
      <Card title={t(words.title.text)} aside={<Go to={place(`/reports/${view.document.id}`)}>{t(words.action.openText)}</Go>}>
        <ReadingPane
          text={view.text}
          paragraphs={lines(view.text)}
          ranges={ranges}
          at={picked ? { start: picked.startsAt, end: picked.endsAt } : undefined}
          numbered={false}
        />
      </Card>
      <Card title={t(words.title.proposals)} aside={<span className="muted small">{t(words.note.people)}</span>}>
        <ChoiceField
          label={t(words.field.kind)}
          value={kind}
          none=""
          options={kinds}
          onChange={(value) => setKind(ProposalKind.safeParse(value).data ?? null)}
        />
        <ul className="stack proposals-list">
          {shown.map((row) => (
            <Line
              key={row.id}
              row={row}
              picked={picked?.id === row.id}
              mayTake={view.may.take === true}
              onPick={() => setPicked(row)}
              onMake={() => onMake(row)}
            />
          ))}
        </ul>
      </Card>
    </div>
  )
}

function Extract({ document }: { document: string }) {
  const t = useSay()
  const act = useAct(extractReport)
  return (
    <>
      <Button loading={act.pending} onClick={() => void act.run({ document })}>
        {t(words.action.extract)}
      </Button>
      {act.value && <span className="muted small">{t(words.note.extracted, { count: act.value.proposals })}</span>}
      <ErrorNote trouble={act.trouble} />
    </>
  )
}

/** What the rules saw in one report, beside its text; a person confirms, edits or rejects each. */
export function ProposalsPage() {
  const t = useSay()
  const id = useParam('id')
  const asked = useAsk(listProposals, { document: id })
  const [making, setMaking] = useState<ProposalLine | null>(null)
  return (
    <Page
      title={t(words.title.proposals)}
      lead={asked.data?.document.title}
      crumbs={[
        { says: t(findingWords.title.findings), to: '/findings' },
        { says: t(words.title.papers), to: '/findings/extract' },
      ]}
      actions={asked.data?.may.extract === true && <Extract document={id} />}
    >
      <Shown ask={asked}>
        {(view) =>
          making ? (
            <Make view={view} problem={making} onClose={() => setMaking(null)} />
          ) : view.rows.length === 0 ? (
            <EmptyNote says={t(words.note.none)} />
          ) : (
            <Beside view={view} onMake={setMaking} />
          )
        }
      </Shown>
    </Page>
  )
}
