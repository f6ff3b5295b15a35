import { z } from 'zod'

/** A file as an answer: its name (any characters), media type and bytes. */
export const GivenFile = z.object({ name: z.string(), type: z.string(), bytes: z.instanceof(Uint8Array) })
export type GivenFile = z.infer<typeof GivenFile>
