import { Button } from 'antd'
import { fileUrl, useAct, useAsk } from '../../../web/ask.ts'
import { Go, place } from '../../../web/go.tsx'
import { clockText } from '../../../web/moment.ts'
import { EmptyNote, ErrorNote, Shown } from '../../../web/notes.tsx'
import { Card, Fields, Page } from '../../../web/page-frame.tsx'
import { useMay } from '../../../web/session.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { type ChainLine, exportTrail, makeCheckpointAct, type Standing, standing, verifyAct } from '../contract.ts'
import { words } from '../words.ts'
import { ChoiceCard } from './choice.tsx'
import { VerifyCard } from './verify.tsx'
import './trail.css'

/** The city of a chain, or the house itself. */
export function useChainName(): (chain: { chain: string; name: string | null }) => string {
  const t = useSay()
  return ({ chain, name }) => (chain === '*' ? t(words.note.houseChain) : `${name ?? ''} ${chain}`.trim())
}

function ChainRow({ line }: { line: ChainLine }) {
  const t = useSay()
  const nameOf = useChainName()
  return (
    <tr>
      <th scope="row">{nameOf(line)}</th>
      <td className="num">{line.rows}</td>
      <td className="num">
        <Go to={place('/trail/batches', { chain: line.chain })}>{line.batches}</Go>
      </td>
      <td>{t(words.algorithm[line.algorithm])}</td>
      <td className="num">{clockText(line.at)}</td>
      <td>
        <code className="trail-hash">{line.head}</code>
      </td>
      <td>
        <a href={fileUrl(exportTrail, { chain: line.chain })} download>
          {t(words.action.export)}
        </a>
      </td>
    </tr>
  )
}

function Chains({ chains }: { chains: readonly ChainLine[] }) {
  const t = useSay()
  const { chain, rows, batches, algorithm, newest, head, file } = words.column
  if (chains.length === 0) return <EmptyNote says={t(words.note.noChains)} />
  return (
    <div className="table-scroll">
      <table className="simple-table">
        <thead>
          <tr>
            {[chain, rows, batches, algorithm, newest, head, file].map((title) => (
              <th key={title.en} scope="col">
                {t(title)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {chains.map((line) => (
            <ChainRow key={line.chain} line={line} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function CheckpointCard({ standing: { lastCheckpoint } }: { standing: Standing }) {
  const t = useSay()
  const may = useMay(makeCheckpointAct)
  const make = useAct(makeCheckpointAct)
  return (
    <Card title={t(words.title.checkpoints)} aside={<Go to="/trail/checkpoints">{t(words.action.allCheckpoints)}</Go>}>
      <div className="stack">
        <p>
          {lastCheckpoint ? (
            <Go to={`/trail/checkpoint/${lastCheckpoint.id}`}>
              {t(words.note.lastCheckpoint, { at: clockText(lastCheckpoint.at), rows: lastCheckpoint.rows })}
            </Go>
          ) : (
            t(words.note.noCheckpoint)
          )}
        </p>
        <ErrorNote trouble={make.trouble} />
        <div className="row">
          <Button disabled={!may} loading={make.pending} onClick={() => void make.run({})}>
            {t(words.contract.checkpoint)}
          </Button>
        </div>
        <p className="muted small">{t(words.note.whyCheckpoints)}</p>
      </div>
    </Card>
  )
}

/** How the trail stands: chains, batches, checkpoints, and the checking of it all. */
export function TrailStandingPage() {
  const t = useSay()
  const asked = useAsk(standing, {}, { every: 15_000 })
  const may = useMay(verifyAct)
  return (
    <Page
      title={t(words.title.standing)}
      crumbs={[{ says: t(words.room), to: '/trail' }]}
      lead={asked.data && t(words.note.standing, { entries: asked.data.entries, waiting: asked.data.waiting })}
      actions={
        <Button href={fileUrl(exportTrail, {})} download>
          {t(words.contract.export)}
        </Button>
      }
    >
      <Shown ask={asked}>
        {(found) => (
          <div className="stack">
            <div className="grid-2">
              <VerifyCard standing={found} may={may} />
              <CheckpointCard standing={found} />
            </div>
            <Card title={t(words.title.chains)} flush>
              <Chains chains={found.chains} />
            </Card>
            <div className="grid-2">
              <ChoiceCard standing={found} />
              <Card title={t(words.title.keys)}>
                <Fields
                  rows={[
                    { label: t(words.field.house), value: <code className="small">{found.house}</code> },
                    { label: t(words.field.keys), value: found.keys.map(({ name }) => name || t(words.note.noKey)).join(' · ') },
                  ]}
                />
                <p className="muted small">{t(words.note.whereKeys)}</p>
              </Card>
            </div>
          </div>
        )}
      </Shown>
    </Page>
  )
}
