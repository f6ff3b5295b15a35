import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { PaperTemplate } from '../model.ts'
import type { words } from '../words.ts'

type No = Refusal<keyof typeof words.refusal>
type Trouble = { code: 'tagUnknown'; tag: string; nearest: string } | { code: 'tagNotSection' | 'tagBroken'; tag: string }

/** A template with a tag that nothing can fill is not taken in: says which, and the nearest right one. */
export function whyNotTemplate(wrong: readonly Trouble[]): No | null {
  const [first] = wrong
  if (!first) return null
  const more = wrong.length - 1
  if (first.code === 'tagUnknown') return refuse('tagUnknown', { tag: first.tag, nearest: first.nearest, more })
  return refuse(first.code, { tag: first.tag, more })
}

/** Not activated twice, nor while an obligatory field has no place in it. */
export function whyNotActivate(template: Pick<PaperTemplate, 'state' | 'lacking'>): No | null {
  if (template.state === 'active') return refuse('templateActive')
  return template.lacking.length > 0 ? refuse('templateLacks', { fields: template.lacking.join('、') }) : null
}
