import type { z } from 'zod'
import type { Contract } from '../kernel/contract.ts'
import type { Desk } from './desk.ts'

export { BadInput, Declined, found, Missing, Refused, stopIf, stopIfChanged } from './stop.ts'

/** A contract with what the house does when it is asked. */
export type Handler = { contract: Contract; handle(desk: Desk<never>): Promise<unknown> }

/** Handlers have one shape: lock, stop if, change. */
export const serve = <I extends z.ZodType, O extends z.ZodType>(
  contract: Contract<I, O>,
  handle: (desk: Desk<z.output<I>>) => Promise<z.input<O>>,
): Handler => ({ contract, handle: handle as Handler['handle'] })

/** Lets a handler work at a desk outside a request (the demonstration): its input is what the contract read. */
export const handleAt = (handler: Handler, desk: Desk<unknown>): Promise<unknown> => handler.handle(desk as Desk<never>)
