import { Button } from 'antd'
import { useState } from 'react'
import { useAct } from '../../../web/ask.ts'
import { ErrorNote } from '../../../web/notes.tsx'
import { Card } from '../../../web/page-frame.tsx'
import { useMay } from '../../../web/session.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { useUndo } from '../../../web/undo.tsx'
import { choose, type Standing } from '../contract.ts'
import { Algorithm, SignatureKind } from '../model.ts'
import { words } from '../words.ts'

/** Which hash the batches to come take and which signature the checkpoints to come get; what is chained stays as it is. */
export function ChoiceCard({ standing }: { standing: Standing }) {
  const t = useSay()
  const may = useMay(choose)
  const tell = useUndo()
  const act = useAct(choose)
  const [choice, setChoice] = useState({ algorithm: standing.algorithm, signature: standing.signature })
  const same = choice.algorithm === standing.algorithm && choice.signature === standing.signature
  const save = async () => {
    const outcome = await act.run(choice)
    if (outcome.ok) tell(t(words.note.chosen))
  }
  return (
    <Card title={t(words.title.choice)}>
      <div className="stack">
        <div className="trail-choice">
          <label>
            {t(words.column.algorithm)}
            <select
              className="field-control"
              value={choice.algorithm}
              onChange={(event) => setChoice({ ...choice, algorithm: Algorithm.parse(event.target.value) })}
            >
              {Algorithm.options.map((each) => (
                <option key={each} value={each}>
                  {t(words.algorithm[each])}
                </option>
              ))}
            </select>
          </label>
          <label>
            {t(words.field.signature)}
            <select
              className="field-control"
              value={choice.signature}
              onChange={(event) => setChoice({ ...choice, signature: SignatureKind.parse(event.target.value) })}
            >
              {SignatureKind.options.map((each) => (
                <option key={each} value={each}>
                  {t(words.signature[each])}
                </option>
              ))}
            </select>
          </label>
          <Button disabled={!may || same} loading={act.pending} onClick={() => void save()}>
            {t(words.action.save)}
          </Button>
        </div>
        {same && <p className="muted small">{t(words.note.sameChoice)}</p>}
        <ErrorNote trouble={act.trouble} />
      </div>
    </Card>
  )
}
