import { useAsk } from '../../../web/ask.ts'
import { EmptyNote, Shown } from '../../../web/notes.tsx'
import { Card, Page } from '../../../web/page-frame.tsx'
import { useMe } from '../../../web/session.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { me } from '../contract.ts'
import { mine } from '../own.contract.ts'
import { says } from '../rules/page.words.ts'
import { PasswordForm } from './mine/password.tsx'
import { SeatTable } from './mine/seats.tsx'
import { SecondFactor } from './mine/second-factor.tsx'
import { Sessions } from './mine/sessions.tsx'
import { Tokens } from './mine/tokens.tsx'
import { Seats } from './seat-switch.tsx'

/** What must be done first, said above everything else. */
function Duty({ duty }: { duty: 'password' | 'secondFactor' | null }) {
  const t = useSay()
  if (!duty) return null
  return (
    <div className="note note-duty" role="alert">
      <p>{t(duty === 'password' ? says.note.dutyPassword : says.note.dutySecondFactor)}</p>
    </div>
  )
}

/** My own account: seats, password, second factor, sessions, machine tokens. */
export function MinePage() {
  const t = useSay()
  const { name, account } = useMe()
  const asked = useAsk(mine, {})
  const duty = useAsk(me, {}).data?.duty ?? null
  return (
    <Page title={t(says.title.mine)} lead={`${name} · ${account}`}>
      <Duty duty={duty} />
      <Shown ask={asked}>
        {(own) => (
          <div className="grid-2">
            <div className="stack">
              <Card title={t(says.field.seats)}>
                <div className="stack">
                  <SeatTable seats={own.seats} />
                  <Seats />
                </div>
              </Card>
              <Card title={t(says.title.sessions)}>
                <Sessions sessions={own.sessions} />
              </Card>
              <Card title={t(says.title.tokens)}>
                <Tokens tokens={own.tokens} days={own.tokenDays} now={own.now} />
              </Card>
            </div>
            <div className="stack">
              <Card title={t(says.title.password)}>
                {own.password.printed ? (
                  <EmptyNote says={t(says.note.demoPassword)} />
                ) : (
                  <PasswordForm least={own.password.least} history={own.password.history} />
                )}
              </Card>
              <Card title={t(says.field.secondFactor)}>
                <SecondFactor {...own.secondFactor} />
              </Card>
            </div>
          </div>
        )}
      </Shown>
    </Page>
  )
}
