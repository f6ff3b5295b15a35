import { Button } from 'antd'
import { z } from 'zod'
import { yearOf } from '../../../kernel/day.ts'
import { useAddress } from '../../../web/address.ts'
import { useAsk } from '../../../web/ask.ts'
import { Go, place } from '../../../web/go.tsx'
import { EmptyNote, Shown } from '../../../web/notes.tsx'
import { Card, Page } from '../../../web/page-frame.tsx'
import { PrintSheet, printNow } from '../../../web/print-sheet.tsx'
import { useToday } from '../../../web/session.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { type EffectLine, getEffects } from '../contract.ts'
import { words } from '../page.words.ts'
import { words as own } from '../words.ts'

const percent = ({ done, of }: EffectLine) => (of === 0 ? '–' : `${Math.floor((done * 1000) / of) / 10}%`)

function Line({ line, year }: { line: EffectLine; year: number | undefined }) {
  const t = useSay()
  const rows = (part: 'of' | 'done' | 'late', count: number) => (
    <Go
      to={place('/leads', { effect: line.effect, part, ...(year ? { year } : {}) })}
      label={`${t(own.effect[line.effect])} ${t(words.part[part])} ${count}`}
    >
      <span className="num">{count}</span>
    </Go>
  )
  return (
    <tr>
      <th scope="row">
        {t(own.effect[line.effect])}
        <div className="muted small">{t(words.ratio[line.effect])}</div>
      </th>
      <td>{rows('done', line.done)}</td>
      <td>{rows('of', line.of)}</td>
      <td className="num">{percent(line)}</td>
      <td>{rows('late', line.late)}</td>
    </tr>
  )
}

function Table({ lines, year }: { lines: readonly EffectLine[]; year: number | undefined }) {
  const t = useSay()
  const { field } = words
  return (
    <div className="table-scroll">
      <table className="simple-table">
        <thead>
          <tr>
            {[field.effect, field.numerator, field.denominator, field.ratio, field.late].map((head) => (
              <th key={head.zh} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.effect} line={line} year={year} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Address = z.object({ year: z.coerce.number().int().min(1990).max(2200).optional().catch(undefined) })

/** The four effects of a year or of all: every number opens its rows, and every ratio says what it divides. */
export function EffectsPage() {
  const t = useSay()
  const thisYear = yearOf(useToday())
  const [{ year }, set] = useAddress(Address)
  const asked = useAsk(getEffects, year ? { year } : {}, { keep: true })
  const title = t(words.title.statistics)
  return (
    <Page
      title={title}
      crumbs={[{ says: t(own.title.leads), to: '/leads' }]}
      actions={<Button onClick={printNow}>{t(words.action.print)}</Button>}
    >
      <label className="row no-print">
        <span className="muted small">{t(words.field.year)}</span>
        <select className="field-control" value={year ?? ''} onChange={(event) => set({ year: event.currentTarget.value })}>
          <option value="">–</option>
          {[0, 1, 2, 3, 4].map((back) => (
            <option key={back} value={thisYear - back}>
              {thisYear - back}
            </option>
          ))}
        </select>
      </label>
      <Shown ask={asked}>
        {({ lines, states }) =>
          states.length === 0 ? (
            <EmptyNote says={t(words.note.noneSent)} />
          ) : (
            <PrintSheet title={title} number={year ? String(year) : undefined}>
              <div className="stack">
                <Card flush>
                  <Table lines={lines} year={year} />
                </Card>
                <Card title={t(words.field.state)}>
                  <p className="row">
                    {states.map(({ state, count }) => (
                      <Go key={state} to={place('/leads', { state, ...(year ? { year } : {}) })}>{`${t(own.state[state])} ${count}`}</Go>
                    ))}
                  </p>
                </Card>
              </div>
            </PrintSheet>
          )
        }
      </Shown>
    </Page>
  )
}
