import { z } from 'zod'
import type { Desk } from '../../../platform/desk.ts'
import { freshKeys, signerPrint } from './box.ts'

const Kept = z.object({ sign: z.string(), signSecret: z.string() })
export type Issuer = z.infer<typeof Kept>

/** The house's own signing key for packages: made once, kept in the data folder beside the others, never in the database. */
export function issuerOf({ seal }: Pick<Desk, 'seal'>): Issuer {
  const kept = seal.secret('leads.key', () => {
    const { sign, signSecret } = freshKeys()
    return JSON.stringify({ sign, signSecret })
  })
  return Kept.parse(JSON.parse(kept))
}

/** What is told to receivers by letter, so that they know a package is ours. */
export const issuerPrint = (desk: Pick<Desk, 'seal'>): string => signerPrint(issuerOf(desk).sign)
