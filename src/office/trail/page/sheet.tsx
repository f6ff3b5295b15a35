import { Button } from 'antd'
import { fileUrl, useAsk } from '../../../web/ask.ts'
import { useParam } from '../../../web/go.tsx'
import { clockText } from '../../../web/moment.ts'
import { Shown } from '../../../web/notes.tsx'
import { Card, Fields, Page } from '../../../web/page-frame.tsx'
import { PrintSheet, printNow } from '../../../web/print-sheet.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { checkpointFile, getCheckpoint } from '../contract.ts'
import type { Checkpoint } from '../model.ts'
import { words } from '../words.ts'
import { Code, codeHolds } from './code.tsx'
import './trail.css'

/** The code holds the checkpoint itself while it fits, so that a scanned sheet is a checkpoint again; else its signature. */
const codeText = (body: Checkpoint) => {
  const whole = JSON.stringify(body)
  return whole.length <= codeHolds ? whole : `guantong-checkpoint-1 ${body.house} ${body.at} ${body.rows} ${body.signature.value}`
}

function Heads({ body }: { body: Checkpoint }) {
  const t = useSay()
  const { chain, rows, batches, head } = words.column
  return (
    <table className="simple-table">
      <thead>
        <tr>
          {[chain, rows, batches, head].map((title) => (
            <th key={title.en} scope="col">
              {t(title)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {body.chains.map((line) => (
          <tr key={line.chain}>
            <th scope="row">{line.chain === '*' ? t(words.note.houseChain) : line.chain}</th>
            <td className="num">{line.rows}</td>
            <td className="num">{line.batches}</td>
            <td>
              <code className="trail-hash">{line.head}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** One checkpoint as a sheet to be printed, signed by hand and kept by another organ. */
export function CheckpointSheetPage() {
  const t = useSay()
  const id = useParam('id')
  const asked = useAsk(getCheckpoint, { id })
  const title = t(words.title.sheet)
  return (
    <Page
      className="trail-sheet"
      title={title}
      crumbs={[
        { says: t(words.room), to: '/trail' },
        { says: t(words.title.checkpoints), to: '/trail/checkpoints' },
      ]}
      actions={
        <>
          <Button href={fileUrl(checkpointFile, { id })} download>
            {t(words.contract.checkpointFile)}
          </Button>
          <Button type="primary" onClick={printNow}>
            {t(words.action.print)}
          </Button>
        </>
      }
    >
      <Shown ask={asked}>
        {({ body, at, rows, fingerprint, algorithm, account }) => (
          <PrintSheet title={title} number={clockText(at)}>
            <Card>
              <div className="trail-sheet-top">
                <Fields
                  rows={[
                    { label: t(words.field.at), value: clockText(at) },
                    { label: t(words.field.account), value: account },
                    { label: t(words.column.rows), value: `${rows}` },
                    { label: t(words.field.house), value: <code className="small">{body.house}</code> },
                    { label: t(words.field.signature), value: t(words.signature[algorithm]) },
                    { label: t(words.field.fingerprint), value: <code>{fingerprint}</code> },
                    { label: t(words.field.value), value: <code className="trail-hash">{body.signature.value}</code> },
                  ]}
                />
                <Code text={codeText(body)} label={t(words.note.code)} />
              </div>
              <p className="muted small">{t(words.note.howToUse)}</p>
            </Card>
            <Card title={t(words.title.chains)} flush>
              <Heads body={body} />
            </Card>
            <p className="only-print trail-hands">{t(words.note.hands)}</p>
          </PrintSheet>
        )}
      </Shown>
    </Page>
  )
}
