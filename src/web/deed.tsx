import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Contract } from '../kernel/contract.ts'
import { DeedForm, type FieldSpec, type Given } from './deed-form.tsx'
import { useMay } from './session.tsx'

type DeedProps = {
  title: string
  contract: Contract
  fields: readonly FieldSpec[]
  input(given: Given, data: FormData): Record<string, unknown>
  why?: string | null
  children?: ReactNode
}
/** A button that opens its form; hidden from whoever may never take it, shut with its reason otherwise. */
export function Deed({ why = null, ...form }: DeedProps) {
  const may = useMay(form.contract)
  const [open, setOpen] = useState(false)
  if (!may) return null
  if (open) return <DeedForm {...form} onDone={() => setOpen(false)} />
  return (
    <span className="stack stack-tight">
      <Button size="small" disabled={why !== null} title={why ?? undefined} onClick={() => setOpen(true)}>
        {form.title}
      </Button>
      {why && <span className="muted small">{why}</span>}
    </span>
  )
}
