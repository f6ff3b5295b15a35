import { Go, place } from '../../../../web/go.tsx'
import { useSay } from '../../../../web/tongue.tsx'
import type { RoomView } from '../../room.contract.ts'
import { words as caseWords } from '../../rules/case.words.ts'
import type { FormStep } from './step-fields.tsx'

/** What an empty card says, and the step that would fill it: the same that stands under the next steps, when it may be taken now. */
export function FirstAct({ room, says, step }: { room: RoomView; says: string; step: FormStep }) {
  const t = useSay()
  const open = room.may.some(({ step: name, may }) => name === step && may === true)
  return (
    <p className="muted row">
      {says}
      {open && <Go to={place(`/projects/${room.project.id}`, { step })}>{t(caseWords.step[step])}</Go>}
    </p>
  )
}
