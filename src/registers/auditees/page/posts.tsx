import type { May } from '../../../kernel/may.ts'
import { useAct } from '../../../web/ask.ts'
import { MayButton } from '../../../web/may-button.tsx'
import { ErrorNote } from '../../../web/notes.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { dropTenure, type HeldPost, type One } from '../contract.ts'
import { words } from '../words.ts'
import { exactly, stateOf, Why } from './reasons.tsx'
import type { TenureDraft } from './tenure-form.tsx'

type PostProps = { held: HeldPost; mayEdit: May; onEdit(): void; onDrop(): void }
function Post({ held, mayEdit, onEdit, onDrop }: PostProps) {
  const t = useSay()
  const { tenure, nameThen, unitName, status } = held
  const until = tenure.endsOn ? exactly(tenure.endsOn, tenure.precision) : t(words.page.toNow)
  return (
    <li className="post-row">
      <span className="num">
        {exactly(tenure.startsOn, tenure.precision)}～{until}
      </span>
      <div className="stack stack-tight">
        <span>
          <b>{tenure.post}</b> {tenure.headship !== 'other' && <span className="muted">{t(words.headship[tenure.headship])}</span>}
        </span>
        <span className="muted">{nameThen === unitName ? unitName : `${nameThen}（${unitName}）`}</span>
        <span className="row">
          <StatusTag state={stateOf[status.state.value]}>{t(words.state[status.state.value])}</StatusTag>
          <Why because={status.state.because}>{t(words.field.why)}</Why>
          {status.class.value && <Why because={status.class.because}>{t(words.class[status.class.value])}</Why>}
        </span>
      </div>
      <span className="row">
        <MayButton small may={mayEdit} says={t(words.page.edit)} refusals={words.refusal} onClick={onEdit} />
        <MayButton small may={held.may.drop} says={t(words.page.dropTenure)} refusals={words.refusal} onClick={onDrop} />
      </span>
    </li>
  )
}

/** Every post, the latest first, each with its own status. */
export function Posts({ record, onEdit }: { record: One; onEdit(tenure: TenureDraft): void }) {
  const t = useSay()
  const drop = useAct(dropTenure)
  if (record.tenures.length === 0) return <p className="muted">{t(words.standing.noPost)}</p>
  return (
    <>
      <ErrorNote trouble={drop.trouble} />
      <ul>
        {record.tenures.toReversed().map((held) => (
          <Post
            key={held.tenure.id}
            held={held}
            mayEdit={record.may.saveTenure}
            onEdit={() => onEdit(held.tenure)}
            onDrop={() => void drop.run({ id: held.tenure.id, version: held.tenure.version })}
          />
        ))}
      </ul>
    </>
  )
}
