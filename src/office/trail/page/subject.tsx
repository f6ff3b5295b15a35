import { useSay } from '../../../web/tongue.tsx'
import { useVerbTitle } from '../../../web/verbs.tsx'
import { words } from '../words.ts'

const kinds = new Map(Object.entries(words.subject))
const isId = (key: string) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(key)

/** What an entry is about, in words: the kind of record and the end of its number. Whose record it is, this administrator need not know. */
export function useSubject(): (subject: string) => string {
  const t = useSay()
  const verb = useVerbTitle()
  return (subject) => {
    const [table = '', key = ''] = subject.split(/:(.*)/s)
    if (table === 'contract') return verb(key)
    const kind = kinds.get(table)
    const which = key === 'list' || key === 'all' ? t(words.note.severalRecords) : isId(key) ? `…${key.slice(-8)}` : key
    return kind ? `${t(kind)} ${which}` : subject
  }
}
