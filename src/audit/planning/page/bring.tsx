import { Button } from 'antd'
import { useState } from 'react'
import { useAsk } from '../../../web/ask.ts'
import { Shown } from '../../../web/notes.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { bringIn } from '../contract.ts'
import type { BroughtIn } from '../rules/shapes.ts'
import { words } from '../words.ts'
import { DifferenceTable } from './difference.tsx'

function Brought({ found: { because, comparison, nowMissed } }: { found: BroughtIn }) {
  const t = useSay()
  if (!comparison) return <p className="note">{t(words.note.cannotBring, { why: because ?? '' })}</p>
  return (
    <>
      <DifferenceTable comparison={comparison} />
      {(['mandatory', 'deadline'] as const).map((kind) => {
        const names = nowMissed.filter((each) => each.kind === kind).map(({ name }) => name)
        return names.length > 0 && <p key={kind}>{t(words.note.nowMissed, { kind: t(words.unmet[kind]), names: names.join('、') })}</p>
      })}
    </>
  )
}

/** What it would take: solved again with this one more, the difference shown, nothing changed. */
export function Bring({ plan, tenure, year }: { plan: string; tenure: string; year: number }) {
  const t = useSay()
  const [wanted, setWanted] = useState(false)
  const asked = useAsk(bringIn, { plan, tenure, year }, { when: wanted })
  return (
    <div className="stack stack-tight">
      <Button onClick={() => setWanted(true)} loading={wanted && asked.isPending}>
        {t(words.action.bring)}
      </Button>
      {wanted && <Shown ask={asked}>{(found) => <Brought found={found} />}</Shown>}
    </div>
  )
}
