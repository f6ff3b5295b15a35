import { useState } from 'react'
import { TextField } from '../../../registers/places/form-parts.tsx'
import { useAct } from '../../../web/ask.ts'
import { useSay } from '../../../web/tongue.tsx'
import { useUndo } from '../../../web/undo.tsx'
import { undoEdit } from '../contract.ts'
import { words } from '../words.ts'

/** Why a hand did it: kept with the deed. */
export function ReasonField({ value, onChange, label }: { value: string; onChange(text: string): void; label?: string }) {
  const t = useSay()
  return <TextField label={label ?? t(words.field.reason)} value={value} required most={400} wide onChange={onChange} />
}

/** Says what was done and offers ten seconds to take it back, by the button or by Ctrl Z. */
export function useTaken(): (says: string, edit: string) => void {
  const tell = useUndo()
  const undo = useAct(undoEdit)
  return (says, edit) => tell(says, () => undo.run({ edit }))
}

export const useOpen = <T,>() => {
  const [open, setOpen] = useState<T | null>(null)
  return { open, show: setOpen, close: () => setOpen(null) }
}
