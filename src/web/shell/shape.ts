import type { ReactNode } from 'react'
import type { Phrase } from '../../kernel/say.ts'
import type { Place } from '../go.tsx'
import type { IconName } from '../icons.tsx'

export type MenuGroup = 'together' | 'register' | 'plan' | 'work' | 'use' | 'care'
/** One page in the menu; hidden from whoever may not call `needs`. */
export type MenuItem = {
  to: Place
  says: Phrase
  icon: IconName
  group: MenuGroup
  needs: string
  count?: number | undefined
  alarming?: boolean | undefined
}
export type Hit = { key: string; says: string; aside?: string | undefined; to: Place }
/** Finds records of one kind for the palette. */
export type Finder = { kind: Phrase; needs: string; find(text: string): Promise<readonly Hit[]> }
export type Command = { says: Phrase; run(): void }
export type ShellProps = {
  items: readonly MenuItem[]
  finders: readonly Finder[]
  roleSays(role: string): Phrase
  /** In the person's menu: change of password and the like. */
  personal?: ReactNode
  children: ReactNode
}
