import { Button } from 'antd'
import { useState } from 'react'
import { useAsk } from '../../../web/ask.ts'
import { Shown } from '../../../web/notes.tsx'
import { Card } from '../../../web/page-frame.tsx'
import { useMay, useMe } from '../../../web/session.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useChoices, useSay } from '../../../web/tongue.tsx'
import { RecordForm } from '../parts/form.tsx'
import { Table, type TableColumn } from '../parts/table.tsx'
import { TaskBoard } from './board.tsx'
import { declareRecusal, type HintView, listPeople, type MemberView, saveMember, showTeam } from './contract.ts'
import { DeclaredGround, TeamRole } from './model.ts'
import { RulesCard } from './rules-card.tsx'
import { words } from './words.ts'

function HintLine({ hint }: { hint: HintView }) {
  const t = useSay()
  if (hint.kind === 'undeclared') return <StatusTag state="planned">{t(words.hint.undeclared)}</StatusTag>
  if (hint.kind === 'recused') return <StatusTag state="overdue">{t(words.hint.recused)}</StatusTag>
  if (hint.kind === 'declared')
    return <StatusTag state="overdue">{t(words.hint.declared, { ground: t(words.ground[hint.ground]) })}</StatusTag>
  const basis = `${t(words.note.rule, { citation: hint.citation })}${hint.verified ? '' : t(words.note.unverified)}`
  const says =
    hint.kind === 'formerPost'
      ? t(words.hint.formerPost, { left: hint.left ?? '', until: hint.until ?? '' })
      : t(words.hint.priorAudit, { title: hint.title, until: hint.until })
  return (
    <div>
      <StatusTag state="soon">{says}</StatusTag>
      <p className="muted small">{basis}</p>
    </div>
  )
}

function MemberForm({ project, member, onClose }: { project: string; member: MemberView | null; onClose(): void }) {
  const t = useSay()
  const choices = useChoices()
  const people = useAsk(listPeople, { project }, { when: member === null })
  const options = member
    ? [{ value: member.account, label: member.name }]
    : (people.data ?? []).map(({ account, name }) => ({ value: account, label: name }))
  return (
    <RecordForm
      title={t(words.title.team)}
      contract={saveMember}
      fixed={{ project, ...(member ? { id: member.id, version: member.version } : {}) }}
      fields={[
        { name: 'account', label: t(words.field.account), options, required: true, value: member?.account ?? null },
        {
          name: 'role',
          label: t(words.field.role),
          options: choices(TeamRole.options, words.role),
          required: true,
          value: member?.role ?? 'member',
        },
        { name: 'days', label: t(words.field.days), kind: 'number', required: true, value: member?.days ?? 20 },
        { name: 'skills', label: t(words.field.skills), value: member?.skills.join('；') ?? null },
        { name: 'joinedOn', label: t(words.field.joinedOn), kind: 'date', value: member?.joinedOn ?? null },
        { name: 'leftOn', label: t(words.field.leftOn), kind: 'date', value: member?.leftOn ?? null },
      ]}
      submit={t(words.action.saveMember)}
      onClose={onClose}
    />
  )
}

function DeclareForm({ project, member, onClose }: { project: string; member: MemberView; onClose(): void }) {
  const t = useSay()
  const choices = useChoices()
  return (
    <RecordForm
      title={t(words.action.declare)}
      contract={declareRecusal}
      fixed={{ project, version: member.declarationVersion }}
      fields={[
        {
          name: 'ground',
          label: t(words.field.ground),
          options: choices(DeclaredGround.options, words.ground),
          required: true,
          value: member.declared,
        },
        { name: 'leftUnitOn', label: t(words.field.leftUnitOn), kind: 'date' },
      ]}
      note={t(words.note.bare)}
      submit={t(words.action.declare)}
      onClose={onClose}
    />
  )
}

type Open = { member: MemberView | null } | { declare: MemberView } | null

function useColumns(open: (what: Open) => void): readonly TableColumn<MemberView>[] {
  const t = useSay()
  const me = useMe()
  const mayEdit = useMay(saveMember)
  const mayDeclare = useMay(declareRecusal)
  return [
    { key: 'name', title: t(words.field.account), cell: (row) => <b>{row.name}</b> },
    { key: 'role', title: t(words.field.role), cell: (row) => `${t(words.role[row.role])}${row.leftOn ? ` · ${t(words.note.left)}` : ''}` },
    { key: 'skills', title: t(words.field.skills), cell: (row) => row.skills.join(' ') },
    { key: 'days', title: t(words.field.days), num: true, cell: (row) => row.days },
    {
      key: 'used',
      title: t(words.field.used),
      num: true,
      cell: (row) => (row.used > row.days ? <StatusTag state="overdue">{`${row.used} ${t(words.note.over)}`}</StatusTag> : row.used),
    },
    {
      key: 'hints',
      title: t(words.title.hints),
      cell: (row) => (
        <div className="stack stack-tight">
          {row.hints.map((hint) => (
            <HintLine key={JSON.stringify(hint)} hint={hint} />
          ))}
        </div>
      ),
    },
    {
      key: 'deeds',
      title: '',
      cell: (row) => (
        <div className="row">
          {mayEdit && (
            <button
              type="button"
              className="link-button"
              aria-label={`${t(words.action.edit)} ${row.name}`}
              onClick={() => open({ member: row })}
            >
              {t(words.action.edit)}
            </button>
          )}
          {mayDeclare && row.account === me.account && (
            <button type="button" className="link-button" onClick={() => open({ declare: row })}>
              {t(words.action.declare)}
            </button>
          )}
        </div>
      ),
    },
  ]
}

/** Who works on the project, what speaks for recusal of whom, and the board of tasks. */
export function TeamPanel({ project }: { project: string; unit: string }) {
  const t = useSay()
  const asked = useAsk(showTeam, { project })
  const may = useMay(saveMember)
  const [open, setOpen] = useState<Open>(null)
  const columns = useColumns(setOpen)
  const sum = (values: readonly number[]) => values.reduce((all, each) => all + each, 0)
  return (
    <Shown ask={asked}>
      {({ members, rules }) => (
        <div className="stack">
          <Card
            flush
            title={t(words.title.team)}
            aside={
              <span className="row">
                <span className="muted num">
                  {t(words.note.total, { days: sum(members.map(({ days }) => days)), used: sum(members.map(({ used }) => used)) })}
                </span>
                {may && <Button onClick={() => setOpen({ member: null })}>{t(words.action.addMember)}</Button>}
              </span>
            }
          >
            <Table label={t(words.title.team)} columns={columns} rows={members} rowKey={(row) => row.id} empty={t(words.note.noTeam)} />
          </Card>
          <TaskBoard project={project} members={members} />
          <RulesCard rules={rules} />
          {open && 'member' in open && <MemberForm project={project} member={open.member} onClose={() => setOpen(null)} />}
          {open && 'declare' in open && <DeclareForm project={project} member={open.declare} onClose={() => setOpen(null)} />}
        </div>
      )}
    </Shown>
  )
}
