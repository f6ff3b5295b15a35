import { Button } from 'antd'
import type { May } from '../kernel/may.ts'
import { type Phrase, say } from '../kernel/say.ts'
import { words as kernelWords } from '../kernel/words.ts'
import { useTongue } from './tongue.tsx'

type Props = { may: May; says: string; refusals?: Readonly<Record<string, Phrase>>; small?: boolean; onClick(): void }

/** A button as the answer's `may` has it: open, shut with the reason beside it, or absent for who may never press it. */
export function MayButton({ may, says, refusals = {}, small = false, onClick }: Props) {
  const tongue = useTongue()
  const size = small ? 'small' : 'middle'
  if (may === true)
    return (
      <Button size={size} onClick={onClick}>
        {says}
      </Button>
    )
  if (may.code === 'forbidden') return null
  const phrases: Readonly<Record<string, Phrase>> = { ...kernelWords.refusal, ...refusals }
  const why = say(phrases[may.code] ?? { zh: may.code, en: may.code }, tongue, may.facts ?? {})
  return (
    <>
      <Button size={size} disabled title={why}>
        {says}
      </Button>
      <span className="muted small">{why}</span>
    </>
  )
}
