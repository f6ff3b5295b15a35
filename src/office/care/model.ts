import { z } from 'zod'

/** The trail as it was checked; a restored one must be found the same. */
export const TrailState = z.object({
  rows: z.number(),
  ok: z.boolean(),
  firstBad: z.object({ code: z.string(), chain: z.string(), seq: z.number().nullable(), entry: z.string().nullable() }).nullable(),
})
export type TrailState = z.infer<typeof TrailState>

export const DumpedTable = z.object({ name: z.string(), columns: z.array(z.string()), rows: z.number() })
export type DumpedTable = z.infer<typeof DumpedTable>

/** What a backup says about itself; `rows` is counted in the same moment of the database that was copied. */
export const Manifest = z.object({
  format: z.literal('guantong-backup-1'),
  at: z.string(),
  house: z.string(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  tables: z.array(DumpedTable),
  sequences: z.array(z.object({ name: z.string(), last: z.string() })),
  trail: TrailState,
  /** Stored files whose bytes no longer fit their sha256; they are left out. */
  damaged: z.array(z.string()),
  parts: z.array(z.object({ name: z.string(), size: z.number(), sha256: z.string() })),
})
export type Manifest = z.infer<typeof Manifest>

/** One line of the selfcheck; `says` is a sentence for the administrator. */
export type Check = { name: CheckName; ok: boolean; says: string }
export type CheckName = 'database' | 'migrations' | 'files' | 'trail' | 'disk' | 'libreoffice' | 'keys' | 'jobs'
