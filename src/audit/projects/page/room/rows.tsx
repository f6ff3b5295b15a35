import { Button } from 'antd'
import { useState } from 'react'
import { useAsk } from '../../../../web/ask.ts'
import { FormField } from '../../../../web/deed-form.tsx'
import { Shown } from '../../../../web/notes.tsx'
import { useChoices, useSay } from '../../../../web/tongue.tsx'
import { MemberRole, Vote } from '../../model.ts'
import { auditorList } from '../../room.contract.ts'
import { words } from '../../rules/room.words.ts'

/** Who may be put on the team: one line each, with part and days; nobody ticked means the team planned in fieldwork. */
export function TeamRows() {
  const t = useSay()
  const choices = useChoices()
  const asked = useAsk(auditorList, {})
  return (
    <Shown ask={asked}>
      {(auditors) => (
        <fieldset className="stack stack-tight team-rows">
          <legend className="muted">{t(words.title.team)}</legend>
          {auditors.map(({ account, name }) => (
            <div key={account} className="row">
              <label className="team-name">
                <input type="checkbox" name={`member.${account}`} /> {name}
              </label>
              <select
                name={`role.${account}`}
                aria-label={`${name} ${t(words.field.role)}`}
                className="field-control"
                defaultValue="member"
              >
                {choices(MemberRole.options, words.member).map((option) => (
                  <option key={option.value} value={option.value}>
                    {option.label}
                  </option>
                ))}
              </select>
              <input
                type="number"
                name={`days.${account}`}
                aria-label={`${name} ${t(words.field.days)}`}
                className="field-control"
                defaultValue={20}
                min={0}
                step={0.5}
              />
            </div>
          ))}
        </fieldset>
      )}
    </Shown>
  )
}

/** The members ticked in the team's rows. */
export const membersIn = (data: FormData) =>
  [...data.keys()]
    .filter((key) => key.startsWith('member.'))
    .map((key) => key.slice('member.'.length))
    .map((account) => ({ account, role: String(data.get(`role.${account}`)), days: Number(data.get(`days.${account}`)) }))

/** The voices of a business meeting: name, vote and, for a vote against, the words. */
export function VoteRows() {
  const t = useSay()
  const choices = useChoices()
  const [count, setCount] = useState(3)
  return (
    <fieldset className="stack stack-tight">
      <legend className="muted">{t(words.field.votes)}</legend>
      {Array.from({ length: count }, (_, at) => `${at + 1}`).map((no) => (
        <div key={no} className="vote-row">
          <FormField name={`voter.${no}`} label={`${t(words.field.name)} ${no}`} optional />
          <FormField name={`vote.${no}`} label={t(words.field.votes)} options={choices(Vote.shape.vote.options, words.vote)} />
          <FormField name={`dissent.${no}`} label={t(words.field.dissent)} optional />
        </div>
      ))}
      <Button size="small" onClick={() => setCount(count + 1)}>
        +
      </Button>
    </fieldset>
  )
}

/** The votes given in the rows; an empty name is no voice. */
export const votesIn = (data: FormData) =>
  [...data.keys()]
    .filter((key) => key.startsWith('voter.') && String(data.get(key)).trim() !== '')
    .map((key) => key.slice('voter.'.length))
    .map((no) => ({
      name: String(data.get(`voter.${no}`)),
      vote: String(data.get(`vote.${no}`)),
      dissent: String(data.get(`dissent.${no}`) ?? ''),
    }))
