import { commonNames, nationalPrefix, pattern } from './lexicon.ts'

/** A regulation that may be cited: its full title and its short names. */
export type KnownTitle = { title: string; aliases: readonly string[] }

/** The short names a title is usually called by: without the country's name, and those in common use. */
export function aliasesOf(title: string): string[] {
  const short = title.startsWith(nationalPrefix) ? [title.slice(nationalPrefix.length)] : []
  return [...short, ...(commonNames[title] ?? [])]
}

export type Names = {
  /** The full title for a name as written; null when nothing of that name is known. */
  resolve(name: string): string | null
  /** The longest known name with which the text ends. */
  endingOf(text: string): { name: string; title: string } | null
}

const tail = (name: string) => name.slice(-2)

/** Known titles, their aliases, and the short names the text itself introduces (…, hereinafter …). */
export function namesFor(text: string, known: readonly KnownTitle[]): Names {
  const all = new Map<string, string>()
  for (const { title, aliases } of known)
    for (const name of [title, ...aliases, ...aliasesOf(title)]) if (name.length > 2) all.set(name, title)
  for (const [, long = '', short = ''] of text.matchAll(pattern.shortName)) all.set(short, all.get(long) ?? long)
  const byTail = new Map<string, [string, string][]>()
  for (const entry of [...all].sort(([a], [b]) => b.length - a.length))
    byTail.set(tail(entry[0]), [...(byTail.get(tail(entry[0])) ?? []), entry])
  return {
    resolve: (name) => all.get(name) ?? null,
    endingOf(head) {
      const found = byTail.get(tail(head))?.find(([name]) => head.endsWith(name) && !pattern.otherLaw.test(head.slice(0, -name.length)))
      return found ? { name: found[0], title: found[1] } : null
    },
  }
}
