import { z } from 'zod'
import { useAddress } from '../../../web/address.ts'
import { useAsk } from '../../../web/ask.ts'
import { useParam } from '../../../web/go.tsx'
import { EmptyNote, Shown } from '../../../web/notes.tsx'
import { Card, Page } from '../../../web/page-frame.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { comparePlans, getCourse } from '../contract.ts'
import type { VersionHead } from '../rules/shapes.ts'
import { words } from '../words.ts'
import { DifferenceTable } from './difference.tsx'
import { Scroller } from './scroller.tsx'
import './plan.css'

const Address = z.object({ from: z.string().optional().catch(undefined), to: z.string().optional().catch(undefined) })
const number = (value: number | null, digits = 1) => (value === null ? '–' : value.toFixed(digits))

function Versions({ versions }: { versions: readonly VersionHead[] }) {
  const t = useSay()
  const heads = ['version', 'method', 'madeBy', 'cost', 'bound', 'gap', 'seed', 'moves', 'hash'] as const
  return (
    <Scroller>
      <table className="simple-table" aria-label={t(words.title.versions)}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {t(words.field[head])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {versions.map((version) => (
            <tr key={version.id}>
              <td className="num">{version.no}</td>
              <td>
                {t(words.method[version.method])} <span className="muted">{version.note}</span>
              </td>
              <td>
                {version.madeName} <span className="num muted small">{version.madeAt.slice(0, 16).replace('T', ' ')}</span>
              </td>
              <td className="num">{number(version.cost)}</td>
              <td className="num">{number(version.bound)}</td>
              <td className="num">{version.gap === null ? '–' : `${(version.gap * 100).toFixed(2)}%`}</td>
              <td className="num">{version.seed ?? '–'}</td>
              <td className="num">{version.moves ?? '–'}</td>
              <td className="num small">{version.instanceHash.slice(0, 12)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  )
}

type PickProps = { label: string; value: string; versions: readonly VersionHead[]; onChange(id: string): void }
function Pick({ label, value, versions, onChange }: PickProps) {
  const t = useSay()
  return (
    <label className="row">
      {label}
      <select className="field-control" value={value} onChange={(event) => onChange(event.target.value)}>
        {versions.map((version) => (
          <option key={version.id} value={version.id}>
            {`${version.no} · ${t(words.method[version.method])} · ${version.count}`}
          </option>
        ))}
      </select>
    </label>
  )
}

function Both({ versions }: { versions: readonly VersionHead[] }) {
  const t = useSay()
  const [asked, set] = useAddress(Address)
  const to = asked.to ?? versions[0]?.id ?? ''
  const from = asked.from ?? versions[1]?.id ?? ''
  const compared = useAsk(comparePlans, { from, to }, { when: from !== '' && to !== '', keep: true })
  if (versions.length < 2) return <EmptyNote says={t(words.refusal.versionsNeeded)} />
  return (
    <Card
      title={t(words.title.difference)}
      aside={
        <div className="row">
          <Pick label={t(words.note.before)} value={from} versions={versions} onChange={(id) => set({ from: id }, { replace: true })} />
          <Pick label={t(words.note.after)} value={to} versions={versions} onChange={(id) => set({ to: id }, { replace: true })} />
        </div>
      }
    >
      <Shown ask={compared}>{(comparison) => <DifferenceTable comparison={comparison} />}</Shown>
    </Card>
  )
}

/** Every saved version with what it was made from, and any two of them side by side. */
export function ComparePage() {
  const t = useSay()
  const id = useParam('id')
  const asked = useAsk(getCourse, { plan: id })
  const title = asked.data?.plan.title ?? ''
  return (
    <Page
      title={t(words.title.compare)}
      lead={title}
      crumbs={[
        { says: t(words.title.plans), to: '/plans' },
        { says: title, to: `/plans/${id}` },
      ]}
    >
      <Shown ask={asked}>
        {({ versions }) => (
          <div className="stack">
            <Both versions={versions} />
            <Card title={t(words.title.versions)} flush>
              {versions.length === 0 ? <EmptyNote says={t(words.empty.versions)} /> : <Versions versions={versions} />}
            </Card>
          </div>
        )}
      </Shown>
    </Page>
  )
}
