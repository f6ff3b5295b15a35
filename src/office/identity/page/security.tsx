import { Button, Select } from 'antd'
import { type FormEvent, useState } from 'react'
import { useAct, useAsk } from '../../../web/ask.ts'
import { ErrorNote, Shown } from '../../../web/notes.tsx'
import { Card, Page } from '../../../web/page-frame.tsx'
import { useMay } from '../../../web/session.tsx'
import { Dialog } from '../../../web/shell/dialog.tsx'
import { useChoices, useSay } from '../../../web/tongue.tsx'
import { words as kit } from '../../../web/words.ts'
import { securityRules, setSecurityRule } from '../accounts.contract.ts'
import { Role, type SecurityRule } from '../model.ts'
import { says } from '../rules/page.words.ts'
import { SettingName } from '../rules/settings.ts'
import { settingSays } from '../rules/settings.words.ts'
import { words } from '../words.ts'
import { Labelled, Text, valuesOf } from './parts.tsx'

const rolesIn = (value: unknown): Role[] => Role.array().safeParse(value).data ?? []

function useValueSays() {
  const t = useSay()
  return (rule: SecurityRule) =>
    Array.isArray(rule.value)
      ? rolesIn(rule.value)
          .map((role) => t(words.role[role]))
          .join('、') || '–'
      : String(rule.value)
}

type ValueProps = { rule: SecurityRule; roles: readonly Role[]; onRoles(roles: Role[]): void }
function ValueField({ rule, roles, onRoles }: ValueProps) {
  const t = useSay()
  const choices = useChoices()
  if (!Array.isArray(rule.value)) return <Text label={t(says.field.newValue)} name="value" type="number" initial={String(rule.value)} />
  return (
    <Labelled label={t(says.field.newValue)}>
      {(id) => (
        <Select
          id={id}
          mode="multiple"
          value={[...roles]}
          onChange={(given: Role[]) => onRoles(given)}
          options={choices(Role.options, words.role)}
        />
      )}
    </Labelled>
  )
}

function Change({ rule, name, onClose }: { rule: SecurityRule; name: SettingName; onClose(): void }) {
  const t = useSay()
  const set = useAct(setSecurityRule)
  const [roles, setRoles] = useState<readonly Role[]>(rolesIn(rule.value))
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { value = '', citation = '' } = valuesOf(event.currentTarget)
    if ((await set.run({ name, value: Array.isArray(rule.value) ? roles : Number(value), citation })).ok) onClose()
  }
  return (
    <Dialog title={t(settingSays[name])} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <ValueField rule={rule} roles={roles} onRoles={setRoles} />
        <Text label={t(says.field.citation)} name="citation" hint={t(says.note.citationHint)} />
        <ErrorNote trouble={set.trouble} />
        <div className="row">
          <Button type="primary" htmlType="submit" loading={set.pending}>
            {t(says.action.set)}
          </Button>
          <Button onClick={onClose}>{t(says.action.cancel)}</Button>
        </div>
      </form>
    </Dialog>
  )
}

function Line({ rule, name }: { rule: SecurityRule; name: SettingName }) {
  const t = useSay()
  const valueSays = useValueSays()
  const may = useMay(setSecurityRule)
  const [open, setOpen] = useState(false)
  return (
    <tr>
      <td>{t(settingSays[name])}</td>
      <td className="num">{valueSays(rule)}</td>
      <td>
        {rule.citation} {!rule.verified && <span className="muted small">{t(says.note.unverified)}</span>}
      </td>
      <td className="muted">{t(says.note.settingFrom, { on: rule.fromOn, by: rule.setBy })}</td>
      <td>
        {may && (
          <Button size="small" onClick={() => setOpen(true)}>
            {t(says.action.change)}
          </Button>
        )}
        {open && <Change rule={rule} name={name} onClose={() => setOpen(false)} />}
      </td>
    </tr>
  )
}

/** Settings of security in force, each with its source; the security administrator changes them, from today on. */
export function SecurityPage() {
  const t = useSay()
  const asked = useAsk(securityRules, {})
  return (
    <Page title={t(kit.menu.security)} lead={t(says.note.settingsLead)}>
      <Card>
        <Shown ask={asked}>
          {({ rows }) => (
            <div className="wide-table">
              <table className="simple-table">
                <thead>
                  <tr>
                    <th>{t(says.field.setting)}</th>
                    <th>{t(says.field.value)}</th>
                    <th>{t(says.field.citation)}</th>
                    <th>{t(says.field.state)}</th>
                    <th>{t(says.field.act)}</th>
                  </tr>
                </thead>
                <tbody>
                  {SettingName.options.map((name) => {
                    const rule = rows.find((row) => row.name === name)
                    return rule && <Line key={name} rule={rule} name={name} />
                  })}
                </tbody>
              </table>
            </div>
          )}
        </Shown>
      </Card>
    </Page>
  )
}
