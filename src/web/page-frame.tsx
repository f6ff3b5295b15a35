import { type ReactNode, useEffect } from 'react'
import { type Crumb, useCrumbs } from './crumbs.tsx'
import { useSay } from './tongue.tsx'
import { words } from './words.ts'

type PageProps = {
  title: string
  /** Beside or under the title: what stands on this page. */
  lead?: ReactNode
  actions?: ReactNode
  /** Pages above this one; the menu's group is put before them by the shell. */
  crumbs?: readonly Crumb[] | undefined
  /** Stands in place of the plain title (a portrait's head); it must hold the h1 itself. */
  head?: ReactNode
  children: ReactNode
  className?: string | undefined
}

/** One page: its single h1, its lead, its buttons; also names the browser's tab and the crumbs. */
export function Page({ title, lead, actions, crumbs, head, children, className }: PageProps) {
  const t = useSay()
  const product = t(words.product)
  useCrumbs(title, crumbs)
  useEffect(() => {
    document.title = `${title} · ${product}`
  }, [title, product])
  return (
    <div className={`page ${className ?? ''}`}>
      {head ?? (
        <header className="page-head">
          <div className="page-title">
            <h1>{title}</h1>
            {lead && <div className="muted">{lead}</div>}
          </div>
          {actions && <div className="row page-actions">{actions}</div>}
        </header>
      )}
      {children}
    </div>
  )
}

type CardProps = { title?: ReactNode; aside?: ReactNode; children: ReactNode; className?: string | undefined; flush?: boolean | undefined }

/** A sheet on the desk: heading, a short remark at its right, the matter. `flush` leaves out the inner margin (tables). */
export function Card({ title, aside, children, className, flush }: CardProps) {
  return (
    <section className={`card ${className ?? ''}`}>
      {(title || aside) && (
        <header className="card-head">
          {title && <h2>{title}</h2>}
          {aside && <div className="card-aside">{aside}</div>}
        </header>
      )}
      <div className={flush ? undefined : 'card-body'}>{children}</div>
    </section>
  )
}

export type FieldRow = { label: string; value: ReactNode; cite?: ReactNode }

/** Names and values of one record; a missing value is a dash. */
export function Fields({ rows }: { rows: readonly FieldRow[] }) {
  return (
    <dl className="fields">
      {rows.map(({ label, value, cite }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {value === null || value === undefined || value === '' ? <span className="muted">–</span> : value} {cite}
          </dd>
        </div>
      ))}
    </dl>
  )
}

type SegmentedProps<V extends string> = {
  label: string
  value: V
  options: readonly { value: V; label: ReactNode }[]
  onChange(value: V): void
}

/** A few views of one thing, one of them chosen. */
export function Segmented<V extends string>({ label, value, options, onChange }: SegmentedProps<V>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out inline in every browser in use
    <div className="segmented" role="group" aria-label={label}>
      {options.map((option) => (
        <button key={option.value} type="button" aria-pressed={option.value === value} onClick={() => onChange(option.value)}>
          {option.label}
        </button>
      ))}
    </div>
  )
}
