import { newId } from '../../id.ts'

/** The same input about records that are nowhere: each id at hand is another one, the same wherever it stands. */
export function elsewhere<T>(input: T, ids: Readonly<Record<string, string>>): { input: T; same(text: string): string } {
  const strangers = new Map([...new Set(Object.values(ids))].filter((id) => /^[0-9a-f-]{36}$/.test(id)).map((id) => [id, newId()]))
  const swapped = [...strangers].reduce((text, [id, other]) => text.replaceAll(id, other), JSON.stringify(input))
  const same = (text: string) => [...strangers].reduce((told, [id, other]) => told.replaceAll(id, '#').replaceAll(other, '#'), text)
  return { input: JSON.parse(swapped) as T, same }
}
