import { z } from 'zod'
import { ask } from '../../kernel/contract.ts'
import { Workbench } from './model.ts'
import { words } from './words.ts'

const Nothing = z.object({})

/** What waits for whoever asks, what the registers hold, and what was imported lately. */
export const workbench = ask({ name: 'notices.workbench', title: words.contract.workbench, input: Nothing, output: Workbench })

/** Only the numbers, for the menu. */
export const standing = ask({
  name: 'notices.standing',
  title: words.contract.standing,
  input: Nothing,
  output: z.object({ waiting: z.number().int(), late: z.number().int() }),
})
