import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import type { SignState } from './model.ts'
import { words } from './words.ts'

const signTag = { pending: 'soon', countersigned: 'done', refused: 'overdue' } as const
/** Whether a sheet or a talk is countersigned: glyph and word. */
export function SignTag({ sign }: { sign: SignState }) {
  const t = useSay()
  return <StatusTag state={signTag[sign]}>{t(words.sign[sign])}</StatusTag>
}
