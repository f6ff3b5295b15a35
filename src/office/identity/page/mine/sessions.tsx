import { Button } from 'antd'
import { useAct } from '../../../../web/ask.ts'
import { clockText } from '../../../../web/moment.ts'
import { ErrorNote } from '../../../../web/notes.tsx'
import { StatusTag } from '../../../../web/status-tag.tsx'
import { useSay } from '../../../../web/tongue.tsx'
import { endOtherSessions, endSession, type SessionLine } from '../../own.contract.ts'
import { says } from '../../rules/page.words.ts'
import { words } from '../../words.ts'

/** A browser's own long name, shortened to what a person recognises. */
const deviceSays = (device: string): string => {
  const browser = /(Edg|Firefox|Chrome|Safari|QQBrowser|HeadlessChrome)\/?[\d.]*/.exec(device)?.[0] ?? device.slice(0, 30)
  const system = /(Windows NT [\d.]+|Android|iPhone|Mac OS X|Linux)/.exec(device)?.[0] ?? ''
  return [browser, system].filter(Boolean).join(' · ')
}

function Line({
  session,
  end,
}: {
  session: SessionLine
  end: ReturnType<typeof useAct<typeof endSession.input, typeof endSession.output>>
}) {
  const t = useSay()
  return (
    <tr>
      <td title={session.device}>{deviceSays(session.device)}</td>
      <td className="num optional">{session.address}</td>
      <td>{t(words.way[session.way])}</td>
      <td className="num">{clockText(session.seenAt)}</td>
      <td>
        {session.here ? (
          <StatusTag state="running">{t(says.note.here)}</StatusTag>
        ) : (
          <Button size="small" loading={end.pending} onClick={() => void end.run({ id: session.id })}>
            {t(says.action.revoke)}
          </Button>
        )}
      </td>
    </tr>
  )
}

/** Where I am signed in: device, address, last use; one may be ended, or all but this. */
export function Sessions({ sessions }: { sessions: readonly SessionLine[] }) {
  const t = useSay()
  const end = useAct(endSession)
  const endOthers = useAct(endOtherSessions)
  return (
    <div className="stack">
      <div className="wide-table">
        <table className="simple-table">
          <thead>
            <tr>
              <th>{t(says.field.device)}</th>
              <th className="optional">{t(says.field.address)}</th>
              <th>{t(says.field.way)}</th>
              <th>{t(says.field.seenAt)}</th>
              <th>{t(says.field.act)}</th>
            </tr>
          </thead>
          <tbody>
            {sessions.map((session) => (
              <Line key={session.id} session={session} end={end} />
            ))}
          </tbody>
        </table>
      </div>
      <ErrorNote trouble={end.trouble ?? endOthers.trouble} />
      {sessions.some((session) => !session.here) && (
        <div>
          <Button loading={endOthers.pending} onClick={() => void endOthers.run({})}>
            {t(says.action.endOthers)}
          </Button>
        </div>
      )}
    </div>
  )
}
