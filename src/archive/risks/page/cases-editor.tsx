import { Button } from 'antd'
import { Go, place } from '../../../web/go.tsx'
import { EmptyNote } from '../../../web/notes.tsx'
import { Card } from '../../../web/page-frame.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import type { CompilationView } from '../contract.ts'
import type { Cases, Replacement, TypicalCase } from '../model.ts'
import { masked } from '../rules/names.ts'
import { words } from '../words.ts'
import { AreaField } from './forms.tsx'
import { ContentRead } from './versions.tsx'

type Props = { view: CompilationView; content: Cases; editable: boolean; onChange(content: Cases): void }
const tagOf = { waiting: 'soon', confirmed: 'done', kept: 'planned' } as const

type LineProps = { line: Replacement; no: number; onChange(line: Replacement): void }
function Line({ line, no, onChange }: LineProps) {
  const t = useSay()
  const { surface, state } = line
  const of = `${no} ${surface}`
  return (
    <tr>
      <td>{t(words.name[line.kind])}</td>
      <th scope="row">{surface}</th>
      <td>
        <input
          className="field-control"
          aria-label={`${t(words.field.instead)} ${of}`}
          value={line.instead}
          maxLength={60}
          onChange={(event) => onChange({ ...line, instead: event.target.value, state: 'waiting' })}
        />
      </td>
      <td>
        <StatusTag state={tagOf[state]}>{t(words.replacementState[state])}</StatusTag>
      </td>
      <td>
        {!line.ofSource && (
          <input
            className="field-control"
            aria-label={`${t(words.field.reason)} ${of}`}
            value={line.reason}
            maxLength={200}
            onChange={(event) => onChange({ ...line, reason: event.target.value })}
          />
        )}
      </td>
      <td className="row">
        {state !== 'confirmed' && (
          <Button size="small" aria-label={`${t(words.action.confirm)} ${of}`} onClick={() => onChange({ ...line, state: 'confirmed' })}>
            {t(words.action.confirm)}
          </Button>
        )}
        {!line.ofSource && state !== 'kept' && (
          <Button
            size="small"
            disabled={line.reason.trim() === ''}
            title={t(words.refusal.keptWithoutReason, { surface })}
            aria-label={`${t(words.action.keep)} ${of}`}
            onClick={() => onChange({ ...line, state: 'kept' })}
          >
            {t(words.action.keep)}
          </Button>
        )}
        {state !== 'waiting' && (
          <Button size="small" aria-label={`${t(words.action.takeBack)} ${of}`} onClick={() => onChange({ ...line, state: 'waiting' })}>
            {t(words.action.takeBack)}
          </Button>
        )}
      </td>
    </tr>
  )
}

function Names({ given, no, onChange }: { given: TypicalCase; no: number; onChange(lines: Replacement[]): void }) {
  const t = useSay()
  const lines = given.replacements
  const waiting = lines.filter(({ state }) => state === 'waiting').length
  const heads = [words.field.kind, words.field.surface, words.field.instead, words.field.state, words.field.reason]
  return (
    <details open={waiting > 0}>
      <summary>
        {t(words.title.replacements)} {waiting > 0 && <StatusTag state="soon">{t(words.note.waiting, { count: waiting })}</StatusTag>}
      </summary>
      <table className="simple-table" aria-label={`${t(words.title.replacements)} ${no}`}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head.zh} scope="col">
                {t(head)}
              </th>
            ))}
            <th scope="col">
              <Button
                size="small"
                disabled={waiting === 0}
                onClick={() => onChange(lines.map((line) => (line.state === 'waiting' ? { ...line, state: 'confirmed' } : line)))}
              >
                {t(words.action.confirmAll)}
              </Button>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line
              key={line.surface}
              {...{ line, no }}
              onChange={(next) => onChange(lines.map((each) => (each.surface === line.surface ? next : each)))}
            />
          ))}
        </tbody>
      </table>
    </details>
  )
}

const parts = ['facts', 'analysis', 'lesson', 'basis'] as const
type CaseProps = { given: TypicalCase; no: number; view: CompilationView; onChange(given: TypicalCase): void; onRemove(): void }
function CaseCard({ given, no, view, onChange, onRemove }: CaseProps) {
  const t = useSay()
  const named = view.named.filter(({ where }) => where === no)
  const finding = view.findings.find(({ id }) => id === given.finding)
  const print = (text: string) => masked(text, given.replacements)
  return (
    <section className="risk-row" aria-label={`${t(words.field.caseTitle)} ${no}`}>
      <div className="row">
        <b className="num">{no}</b>
        {finding && <Go to={place('/findings', { open: finding.id })}>{finding.number}</Go>}
        {finding?.fallen && <StatusTag state="overdue">{t(words.note.fallen)}</StatusTag>}
        <StatusTag state={named.length > 0 ? 'overdue' : 'done'}>
          {named.length > 0
            ? t(words.note.left, { count: named.length, names: [...new Set(named.map(({ surface }) => surface))].join('、') })
            : t(words.note.clear)}
        </StatusTag>
        <span className="spring" />
        <Button size="small" aria-label={`${t(words.action.removeRow)} ${no}`} onClick={onRemove}>
          {t(words.action.removeRow)}
        </Button>
      </div>
      <div className="risk-columns">
        <div className="stack">
          <h3>{t(words.title.written)}</h3>
          <AreaField label={t(words.field.caseTitle)} rows={1} value={given.title} onChange={(title) => onChange({ ...given, title })} />
          {parts.map((key) => (
            <AreaField key={key} label={t(words.field[key])} value={given[key]} onChange={(text) => onChange({ ...given, [key]: text })} />
          ))}
        </div>
        <div className="stack">
          <h3>{t(words.title.printed)}</h3>
          <p className="printed-text">{[given.title, given.facts, given.analysis, given.lesson].map(print).join('\n')}</p>
        </div>
      </div>
      <Names given={given} no={no} onChange={(replacements) => onChange({ ...given, replacements })} />
    </section>
  )
}

/** Cases as written, beside what will be printed, with each name to be removed listed for a person to confirm. */
export function CasesEditor({ view, content, editable, onChange }: Props) {
  const t = useSay()
  const { cases } = content
  const put = (next: TypicalCase[]) => onChange({ ...content, cases: next })
  if (!editable)
    return (
      <Card title={t(words.title.printed)}>
        <p className="printed-text">{content.preface}</p>
        <ContentRead content={content} label={t(words.title.printed)} />
      </Card>
    )
  return (
    <Card title={t(words.kind.cases)}>
      <div className="stack">
        <AreaField label={t(words.field.preface)} value={content.preface} onChange={(preface) => onChange({ ...content, preface })} />
        {cases.length === 0 && <EmptyNote says={t(words.empty.cases)} />}
        {cases.map((given, at) => (
          <CaseCard
            key={given.id}
            {...{ given, view }}
            no={at + 1}
            onChange={(next) => put(cases.map((each) => (each.id === given.id ? next : each)))}
            onRemove={() => put(cases.filter(({ id }) => id !== given.id))}
          />
        ))}
      </div>
    </Card>
  )
}
