import { Button } from 'antd'
import { z } from 'zod'
import { useAddress } from '../../../web/address.ts'
import { useAct, useAsk } from '../../../web/ask.ts'
import { Go } from '../../../web/go.tsx'
import { EmptyNote, Shown } from '../../../web/notes.tsx'
import { Card, Page, Segmented } from '../../../web/page-frame.tsx'
import { useMay, useToday } from '../../../web/session.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { dropAbsence, dropTie, listTeams, saveAbsence, saveAuditor, saveTeam } from '../force.contract.ts'
import type { Auditor } from '../model.ts'
import type { AuditorLoad, TeamView } from '../rules/shapes.ts'
import { words } from '../words.ts'
import { useOpen } from './forms.tsx'
import { Scroller } from './scroller.tsx'
import './plan.css'
import { AbsenceForm, AuditorForm, TeamForm, TieForm } from './team-forms.tsx'

type Open =
  | { form: 'team'; team: TeamView | null }
  | { form: 'auditor'; team: TeamView; auditor: Auditor | null }
  | { form: 'absence' | 'tie'; auditor: Auditor }
type Member = TeamView['members'][number]

function Claims({ member, may }: { member: Member; may: boolean }) {
  const t = useSay()
  const absence = useAct(dropAbsence)
  const tie = useAct(dropTie)
  const remove = (label: string, run: () => void) =>
    may && (
      <button type="button" className="icon-button small" aria-label={`${t(words.action.remove)} ${label}`} onClick={run}>
        ×
      </button>
    )
  return (
    <ul className="stack stack-tight">
      {member.absences.map((each) => (
        <li key={each.id}>
          <span className="tag tag-planned">{t(words.absence[each.kind])}</span>{' '}
          <span className="num small">{`${each.startsOn} ~ ${each.endsOn} ${each.share}%`}</span>{' '}
          <span className="muted small">{each.note}</span>
          {remove(`${t(words.absence[each.kind])} ${each.startsOn}`, () => void absence.run({ id: each.id }))}
        </li>
      ))}
      {member.ties.map((each) => (
        <li key={each.id}>
          <span className="tag tag-soon">{t(words.tie[each.kind])}</span> {each.unitName} <span className="muted small">{each.ground}</span>
          {remove(`${t(words.tie[each.kind])} ${each.unitName}`, () => void tie.run({ id: each.id }))}
        </li>
      ))}
    </ul>
  )
}

function MemberRow({ member, may, show, team }: { member: Member; may: boolean; show(open: Open): void; team: TeamView }) {
  const t = useSay()
  return (
    <tr>
      <td className="num">{member.number}</td>
      <td className="serif">{member.name}</td>
      <td>{member.skills.map((skill) => t(words.skill[skill])).join('、')}</td>
      <td>
        <Claims member={member} may={may} />
      </td>
      <td>
        {may && (
          <div className="row">
            <Button onClick={() => show({ form: 'absence', auditor: member })}>{t(words.contract.saveAbsence)}</Button>
            <Button onClick={() => show({ form: 'tie', auditor: member })}>{t(words.contract.saveTie)}</Button>
            <Button onClick={() => show({ form: 'auditor', team, auditor: member })}>{t(words.action.revise)}</Button>
          </div>
        )}
      </td>
    </tr>
  )
}

function TeamCard({ team, may, show }: { team: TeamView; may: boolean; show(open: Open): void }) {
  const t = useSay()
  const days = team.days.map((each, at) => `${t(words.quarterShort, { window: at + 1 })} ${each}`).join(' · ')
  const heads = [words.field.code, words.field.official, words.field.skills, words.field.absences]
  return (
    <Card
      title={
        <>
          {team.name} <span className="muted num small">{`${team.code} · ${team.districtName}`}</span>
        </>
      }
      aside={<span className="num">{t(words.note.days, { days })}</span>}
      flush
    >
      <Scroller>
        <table className="simple-table" aria-label={team.name}>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head.zh} scope="col">
                  {t(head)}
                </th>
              ))}
              <th scope="col">
                {may && (
                  <div className="row">
                    <Button onClick={() => show({ form: 'auditor', team, auditor: null })}>{t(words.action.newAuditor)}</Button>
                    <Button onClick={() => show({ form: 'team', team })}>{t(words.action.revise)}</Button>
                  </div>
                )}
              </th>
            </tr>
          </thead>
          <tbody>
            {team.members.map((member) => (
              <MemberRow key={member.id} member={member} may={may} show={show} team={team} />
            ))}
          </tbody>
        </table>
      </Scroller>
    </Card>
  )
}

const toneOf = ({ free, used, limit }: AuditorLoad['months'][number]) => {
  if (used > limit) return 'over'
  if (used > free) return 'overtime'
  return used > 0 ? 'busy' : 'free'
}

function Loads({ loads, overtime }: { loads: readonly AuditorLoad[]; overtime: number }) {
  const t = useSay()
  return (
    <Card title={t(words.title.load)} aside={`${t(words.ruleKind.overtime)} ${overtime}%`} flush>
      <Scroller>
        <table className="simple-table load-table" aria-label={t(words.title.load)}>
          <thead>
            <tr>
              <th scope="col">{t(words.field.official)}</th>
              {Array.from({ length: 12 }, (_, at) => at + 1).map((month) => (
                <th key={month} scope="col" className="num">
                  {month}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {loads.map((load) => (
              <tr key={load.auditor}>
                <th scope="row">
                  {load.name} <span className="muted small">{load.team}</span>
                </th>
                {load.months.map((month) => (
                  <td
                    key={month.month}
                    className={`num load-${toneOf(month)}`}
                    title={month.used > month.limit ? t(words.note.overLimit) : undefined}
                  >
                    {`${month.used}/${month.free}`}
                    {month.used > month.limit && <span> ▲</span>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
    </Card>
  )
}

function Forms({ open, close }: { open: Open | null; close(): void }) {
  if (!open) return null
  if (open.form === 'team') return <TeamForm team={open.team} onClose={close} />
  if (open.form === 'auditor') return <AuditorForm team={open.team} auditor={open.auditor} onClose={close} />
  return open.form === 'absence' ? (
    <AbsenceForm auditor={open.auditor} onClose={close} />
  ) : (
    <TieForm auditor={open.auditor} onClose={close} />
  )
}

const Address = z.object({ year: z.coerce.number().int().optional().catch(undefined) })

/** Who may be sent: teams, skills, what else claims the auditors, whom they keep away from, and how loaded each is. */
export function TeamsPage() {
  const t = useSay()
  const now = Number(useToday().slice(0, 4))
  const [address, set] = useAddress(Address)
  const year = address.year ?? now
  const asked = useAsk(listTeams, { year }, { keep: true })
  const mays = [useMay(saveTeam), useMay(saveAuditor), useMay(saveAbsence)]
  const may = mays.every(Boolean)
  const { open, show, close } = useOpen<Open>()
  const years = [now, now + 1, now + 2].map((each) => ({ value: String(each), label: String(each) }))
  return (
    <Page
      title={t(words.title.teams)}
      lead={t(words.note.teamsLead)}
      actions={
        <>
          <Segmented
            label={t(words.field.year)}
            value={String(year)}
            options={years}
            onChange={(value) => set({ year: value }, { replace: true })}
          />
          {may && (
            <Button type="primary" onClick={() => show({ form: 'team', team: null })}>
              {t(words.action.newTeam)}
            </Button>
          )}
        </>
      }
    >
      <Shown ask={asked}>
        {({ teams, loads, overtime }) => (
          <div className="stack">
            {teams.length === 0 && (
              <EmptyNote says={t(words.empty.teams)} action={<Go to="/imports/new?what=auditors">{t(words.action.import)}</Go>} />
            )}
            {teams.map((team) => (
              <TeamCard key={team.id} team={team} may={may} show={show} />
            ))}
            {loads.length > 0 && <Loads loads={loads} overtime={overtime} />}
          </div>
        )}
      </Shown>
      <Forms open={open} close={close} />
    </Page>
  )
}
