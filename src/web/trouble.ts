import { z } from 'zod'
import type { Facts } from '../kernel/refusal.ts'

const Issue = z.object({ path: z.string(), code: z.string().optional(), message: z.string() })
export type Issue = z.infer<typeof Issue>

const Wire = z.object({
  code: z.string(),
  message: z.string().catch(''),
  facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  issues: z.array(Issue).optional().catch(undefined),
  incident: z.string().optional(),
})

/**
 * Why an ask or act came to nothing: a refusal (409), bad input (400, with the fields), no right (403), absent (404),
 * a fault of ours (500, with an incident number), or `unreachable` when the line is down (status 0).
 */
export class Trouble extends Error {
  readonly status: number
  readonly code: string
  readonly facts: Facts | undefined
  readonly issues: readonly Issue[] | undefined
  readonly incident: string | undefined
  constructor(status: number, wire: Partial<z.infer<typeof Wire>> & { code: string }) {
    super(wire.message ?? '')
    this.status = status
    this.code = wire.code
    this.facts = wire.facts
    this.issues = wire.issues
    this.incident = wire.incident
  }
}

/** Reads the answer's error body; a proxy's page or nothing at all becomes `unreadableAnswer`. */
export function troubleOf(status: number, body: unknown): Trouble {
  const wire = Wire.safeParse(body)
  if (wire.success) return new Trouble(status, wire.data)
  return new Trouble(status, { code: status === 0 ? 'unreachable' : 'unreadableAnswer' })
}

export const asTrouble = (error: unknown): Trouble =>
  error instanceof Trouble ? error : new Trouble(-1, { code: 'pageFault', message: String(error) })

export type Outcome<T> = { ok: true; value: T } | { ok: false; trouble: Trouble }
