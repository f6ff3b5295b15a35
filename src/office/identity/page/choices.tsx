import { Select } from 'antd'
import { useState } from 'react'
import { useAsk } from '../../../web/ask.ts'
import { useChoices, useSay } from '../../../web/tongue.tsx'
import { units } from '../accounts.contract.ts'
import { Role } from '../model.ts'
import { says } from '../rules/page.words.ts'
import { words } from '../words.ts'
import { Labelled } from './parts.tsx'

/** One role of all organs. */
export function RoleChoice() {
  const t = useSay()
  const choices = useChoices()
  return (
    <Labelled label={t(says.field.role)}>
      {(id) => (
        <select id={id} name="role" className="field-control" required>
          {choices(Role.options, words.role).map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  )
}

type UnitProps = { value: string | null; onChange(id: string | null): void }
/** A unit found by typing a part of its name or number; may be left open. */
export function UnitChoice({ value, onChange }: UnitProps) {
  const t = useSay()
  const [q, setQ] = useState('')
  const asked = useAsk(units, { q }, { keep: true })
  return (
    <Labelled label={t(says.field.unit)}>
      {(id) => (
        <Select
          id={id}
          allowClear
          showSearch={{ filterOption: false, onSearch: setQ }}
          value={value}
          onChange={(chosen: string | null | undefined) => onChange(chosen ?? null)}
          options={(asked.data ?? []).map((unit) => ({ value: unit.id, label: unit.name }))}
        />
      )}
    </Labelled>
  )
}
