import { Button } from 'antd'
import { useAct } from '../../web/ask.ts'
import { place, useGo } from '../../web/go.tsx'
import { ErrorNote } from '../../web/notes.tsx'
import { useMay } from '../../web/session.tsx'
import { useSay } from '../../web/tongue.tsx'
import { draftPaper } from './contract.ts'
import { words } from './page.words.ts'

/**
 * Drafts the official paper of a record, filled with what the rooms know of it, and opens the draft. `of` names the record
 * for whoever hears the page. Not shown to whoever may not draft.
 */
export function MakePaper({ kind, subject, of }: { kind: string; subject: string; of: string }) {
  const t = useSay()
  const go = useGo()
  const act = useAct(draftPaper)
  const may = useMay(draftPaper)
  const make = async () => {
    const outcome = await act.run({ kind, subject })
    if (outcome.ok) go(place(`/papers/${outcome.value.id}`))
  }
  if (!may) return null
  const says = t(words.action.makePaper)
  return (
    <>
      <Button size="small" loading={act.pending} aria-label={`${says} ${of}`} onClick={() => void make()}>
        {says}
      </Button>
      <ErrorNote trouble={act.trouble} />
    </>
  )
}
