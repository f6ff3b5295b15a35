import { PapersPanel } from '../../../office/documents/panel.tsx'
import { useAsk } from '../../../web/ask.ts'
import { Beside } from '../../../web/beside.tsx'
import { Go, place, useParam } from '../../../web/go.tsx'
import { ErrorNote, Shown, Waiting } from '../../../web/notes.tsx'
import { Page } from '../../../web/page-frame.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { getRoom, type RoomView, roomDeadlines, roomHistory } from '../room.contract.ts'
import { words } from '../rules/room.words.ts'
import { words as own } from '../words.ts'
import './projects.css'
import { DeadlinesPanel } from './room/deadlines.tsx'
import { DraftsPanel } from './room/drafts.tsx'
import { FilePanel } from './room/file.tsx'
import { Lanes } from './room/lanes.tsx'
import { NextSteps } from './room/next.tsx'
import { FindingsPanel, HistoryPanel, ServicePanel, TeamPanel } from './room/panels.tsx'
import { SidesPanel } from './room/sides.tsx'
import { StageBar } from './room/stage-bar.tsx'

function Lead({ room }: { room: RoomView }) {
  const t = useSay()
  const { project, unit, subjects } = room
  return (
    <span className="row">
      <Go to={place('/places', { open: unit.id })}>{unit.name}</Go>
      <span>{t(own.kind[project.kind])}</span>
      <span>{t(words.track[project.track])}</span>
      {project.jointMode && <span>{`${t(words.joint[project.jointMode])} ${project.jointRef ?? ''}`}</span>}
      <span className="num">{project.number}</span>
      {subjects.map((subject) => (
        <Go key={subject.id} to={place(`/portrait/${subject.number}`)}>
          {`${subject.name} ${subject.post}`}
        </Go>
      ))}
    </span>
  )
}

/** The lanes want both the history and the clocks; each is one request, shared with its own panel. */
function Timeline({ id }: { id: string }) {
  const history = useAsk(roomHistory, { id })
  const deadlines = useAsk(roomDeadlines, { id })
  if (history.error) return <ErrorNote trouble={history.error} retry={() => void history.refetch()} />
  if (!history.data || !deadlines.data) return <Waiting lines={6} />
  return history.data.length === 0 ? null : <Lanes steps={history.data} deadlines={deadlines.data} />
}

function History({ id }: { id: string }) {
  const asked = useAsk(roomHistory, { id })
  return <Shown ask={asked}>{(steps) => <HistoryPanel steps={steps} />}</Shown>
}

/** Lets each panel ask for itself; the head comes first. */
function Room({ room }: { room: RoomView }) {
  const t = useSay()
  const { id, title, state } = room.project
  const running = state !== 'archived' && state !== 'terminated'
  return (
    <Page
      title={title}
      lead={<Lead room={room} />}
      crumbs={[{ says: t(own.title.projects), to: '/projects' }]}
      actions={<Go to="/portfolio">{t(own.action.openPortfolio)}</Go>}
    >
      <StageBar project={room.project} />
      <Timeline id={id} />
      <div className="grid-side room-grid">
        <div className="stack">
          {running && <NextSteps room={room} />}
          <PapersPanel subject={`project:${id}`} />
          <DraftsPanel room={room} />
          <FindingsPanel id={id} />
          <Beside what="project" id={id} />
          <SidesPanel room={room} />
          <FilePanel room={room} />
        </div>
        <div className="stack">
          <DeadlinesPanel id={id} />
          <TeamPanel room={room} />
          <ServicePanel room={room} />
          <History id={id} />
        </div>
      </div>
    </Page>
  )
}

/** A project from opening to archive on one page. */
export function ProjectRoomPage() {
  const id = useParam('id')
  const t = useSay()
  const asked = useAsk(getRoom, { id })
  if (asked.error && !asked.data)
    return (
      <Page title={t(own.title.project)} crumbs={[{ says: t(own.title.projects), to: '/projects' }]}>
        <ErrorNote trouble={asked.error} retry={() => void asked.refetch()} />
      </Page>
    )
  return <Shown ask={asked}>{(room) => <Room key={room.project.id} room={room} />}</Shown>
}
