import { useAsk } from '../../../../web/ask.ts'
import { Deed } from '../../../../web/deed.tsx'
import { Shown } from '../../../../web/notes.tsx'
import { Card } from '../../../../web/page-frame.tsx'
import { StatusTag } from '../../../../web/status-tag.tsx'
import { useChoices, useSay } from '../../../../web/tongue.tsx'
import { type RoomView, roomSides, type SidesView } from '../../room.contract.ts'
import { words as caseWords } from '../../rules/case.words.ts'
import { words } from '../../rules/room.words.ts'
import { words as side } from '../../rules/side.words.ts'
import { RemedyRoute, TerminationGround } from '../../rules/side-records.ts'
import * as contract from '../../side.contract.ts'
import { words as own } from '../../words.ts'
import { Ending } from './ending.tsx'
import { Remedy } from './remedy.tsx'
import { Review } from './review.tsx'

function NewSides({ room }: { room: RoomView }) {
  const t = useSay()
  const choices = useChoices()
  const { id, version } = room.project
  const { field } = words
  const served = room.services.some(({ kind }) => kind === 'decision')
  return (
    <div className="row">
      <Deed
        title={t(caseWords.step.proposeEnd)}
        contract={contract.proposeEnd}
        fields={[
          { name: 'ground', label: t(field.ground), options: choices(TerminationGround.options, side.ground) },
          { name: 'reason', label: t(field.reason), kind: 'area' },
        ]}
        input={(given) => ({ id, version, ...given })}
      />
      {served && (
        <Deed
          title={t(caseWords.step.request)}
          contract={contract.requestRemedy}
          fields={[
            { name: 'route', label: t(field.route), options: choices(RemedyRoute.options, side.route) },
            { name: 'requestedOn', label: t(field.requestedOn), kind: 'day' },
            { name: 'body', label: t(field.organ) },
            { name: 'reason', label: t(field.reason), kind: 'area' },
          ]}
          input={(given) => ({ id, ...given })}
        />
      )}
    </div>
  )
}

function Meeting({ meeting }: { meeting: SidesView['meetings'][number] }) {
  const t = useSay()
  return (
    <li className="stack stack-tight">
      <p className="row">
        <StatusTag state="done">{t(words.title.meeting)}</StatusTag>{' '}
        <span className="muted small">{`${meeting.heldOn} ${meeting.chair}`}</span>
      </p>
      <p className="reading">{meeting.minutes}</p>
      {meeting.votes.map((vote) => (
        <p key={vote.name} className="small">
          {vote.name} {t(words.vote[vote.vote])} {vote.dissent && <span className="muted">“{vote.dissent}”</span>}
        </p>
      ))}
    </li>
  )
}

/** What runs beside the main way: meetings with their votes, termination, objections, remedies; and how each goes on. */
export function SidesPanel({ room }: { room: RoomView }) {
  const t = useSay()
  const asked = useAsk(roomSides, { id: room.project.id })
  return (
    <Card title={t(words.title.sides)}>
      <Shown ask={asked}>
        {({ endings, reviews, remedies, meetings }) => (
          <ul className="stack">
            {endings.length + reviews.length + remedies.length + meetings.length === 0 && <li className="muted">{t(own.note.noSides)}</li>}
            {meetings.map((meeting) => (
              <Meeting key={meeting.id} meeting={meeting} />
            ))}
            {endings.map((ending) => (
              <Ending key={ending.id} ending={ending} />
            ))}
            {reviews.map((review) => (
              <Review key={review.id} review={review} />
            ))}
            {remedies.map((remedy) => (
              <Remedy key={remedy.id} remedy={remedy} />
            ))}
          </ul>
        )}
      </Shown>
      <NewSides room={room} />
    </Card>
  )
}
