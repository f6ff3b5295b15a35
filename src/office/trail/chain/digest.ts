import { createHash, getHashes } from 'node:crypto'
import { sm3 } from 'sm-crypto-v2'
import type { Algorithm } from '../model.ts'

const hasSm3 = getHashes().includes('sm3')

/** The hash of a text (as UTF-8) in lower-case hex. SM3 (GB/T 32905) comes from OpenSSL where Node has it, else from sm-crypto-v2. */
export const digest = (algorithm: Algorithm, text: string): string =>
  algorithm === 'sm3' && !hasSm3 ? sm3(Buffer.from(text, 'utf8')) : createHash(algorithm).update(text, 'utf8').digest('hex')
