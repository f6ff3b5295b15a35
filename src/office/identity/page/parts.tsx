import { type ReactNode, useId } from 'react'
import type { z } from 'zod'
import { useSay } from '../../../web/tongue.tsx'
import type { SeatLine } from '../contract.ts'
import { says } from '../rules/page.words.ts'
import { words } from '../words.ts'

type LabelledProps = { label: string; hint?: ReactNode; children(id: string): ReactNode }
/** A control under its label; the hint stands below it. */
export function Labelled({ label, hint, children }: LabelledProps) {
  const id = useId()
  return (
    <div className="stack stack-tight">
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {hint && <span className="muted small">{hint}</span>}
    </div>
  )
}

type TextProps = {
  label: string
  name: string
  type?: 'text' | 'password' | 'date' | 'number'
  hint?: ReactNode
  required?: boolean
  autoComplete?: string
  initial?: string
}
/** A text the form reads by its name. */
export function Text({ label, name, type = 'text', hint, required = true, autoComplete = 'off', initial }: TextProps) {
  return (
    <Labelled label={label} hint={hint}>
      {(id) => (
        <input
          id={id}
          name={name}
          type={type}
          className="field-control"
          required={required}
          autoComplete={autoComplete}
          defaultValue={initial}
        />
      )}
    </Labelled>
  )
}

/** What a form holds, by the names of its controls; texts are trimmed but for passwords. */
export const valuesOf = (form: HTMLFormElement): Record<string, string> =>
  Object.fromEntries(
    [...new FormData(form)].map(([key, value]) => [key, /password|old|fresh/.test(key) ? String(value) : String(value).trim()]),
  )

/** A secret shown once: large, in one piece, easy to mark. */
export function Secret({ label, children }: { label: string; children: string }) {
  return (
    <p role="status">
      {label} <code className="secret-text num">{children}</code>
    </p>
  )
}

type Named = Pick<z.infer<typeof SeatLine>, 'role' | 'unitName' | 'jurisdiction'>
/** A seat in words: role, unit or place. */
export function useSeatSays(): (seat: Named) => string {
  const t = useSay()
  return (seat) => {
    const place = seat.jurisdiction === '*' ? t(says.note.everywhere) : seat.jurisdiction
    return `${t(words.role[seat.role])} · ${seat.unitName ?? place}`
  }
}
