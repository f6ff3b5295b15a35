import type { Reader } from '../../platform/db.ts'
import { chainHeads, chainLines, trailSetting, unchainedEntries } from './chain-store.ts'
import { chainOf } from './rules.ts'

/**
 * The trail as lines of JSON (docs/trail.md): the house, then chain by chain each batch before its entries,
 * then the entries that wait; last how many there were. One chain only when it is named.
 */
export async function* exportLines(read: Reader, of: { at: string; chain?: string }): AsyncGenerator<string> {
  const { house } = await trailSetting(read)
  const heads = (await chainHeads(read)).filter(({ chain }) => of.chain === undefined || chain === of.chain)
  yield JSON.stringify({ type: 'trail', format: 'guantong-trail-1', house, at: of.at, chains: heads })
  let rows = 0
  for (const head of heads)
    for await (const line of chainLines(read, head)) {
      if ('batch' in line) yield JSON.stringify({ type: 'batch', ...line.batch })
      else {
        const { entry, ...link } = line.link
        yield JSON.stringify({ type: 'entry', ...entry, ...link })
        rows += 1
      }
    }
  let unchained = 0
  for await (const entry of unchainedEntries(read)) {
    if (of.chain !== undefined && chainOf(entry.jurisdiction) !== of.chain) continue
    yield JSON.stringify({ type: 'waiting', ...entry })
    unchained += 1
  }
  yield JSON.stringify({ type: 'end', rows: rows + unchained, unchained })
}
