import type { UseQueryResult } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import type { Phrase } from '../kernel/say.ts'
import { Icon } from './icons.tsx'
import { useSay } from './tongue.tsx'
import type { Trouble } from './trouble.ts'
import { words } from './words.ts'

/** A skeleton that appears only after 150 ms, so that quick answers do not flicker. */
export function Waiting({ lines = 4 }: { lines?: number }) {
  const t = useSay()
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 150)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className={late ? 'waiting' : 'waiting waiting-still'} role="status" aria-label={t(words.note.waiting)}>
      {Array.from({ length: lines }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: grey lines have no identity
        <span key={at} style={{ width: `${92 - ((at * 17) % 40)}%` }} />
      ))}
    </div>
  )
}

const own: Readonly<Record<string, Phrase>> = words.trouble

/** Asking again helps when the line or the server failed, not when the answer was no. */
const mayHelp = ({ status }: Trouble) => status <= 0 || status >= 500

type ErrorProps = { trouble: Trouble | null | undefined; retry?: (() => void) | undefined }

/** What failed, said in a sentence: field by field for bad input, with the incident number for a fault of ours. Nothing when there is no trouble. */
export function ErrorNote({ trouble, retry }: ErrorProps) {
  const t = useSay()
  if (!trouble) return null
  const sentence = own[trouble.code] ? t(own[trouble.code] ?? words.trouble.notAnAnswer) : trouble.message || t(words.trouble.notAnAnswer)
  return (
    <div className="note note-error" role="alert">
      <Icon name="alert" />
      <div className="stack stack-tight">
        <p>{sentence}</p>
        {trouble.issues && (
          <ul>
            {trouble.issues.map((issue) => (
              <li key={`${issue.path}${issue.message}`}>
                {issue.path && <b>{issue.path}：</b>}
                {issue.message}
              </li>
            ))}
          </ul>
        )}
        {retry && mayHelp(trouble) && (
          <button type="button" className="link-button" onClick={retry}>
            {t(words.action.retry)}
          </button>
        )}
      </div>
    </div>
  )
}

/** What belongs here, and the first thing to do about it. */
export function EmptyNote({ says, action }: { says: ReactNode; action?: ReactNode }) {
  return (
    <div className="note note-empty">
      <p>{says}</p>
      {action}
    </div>
  )
}

type ShownProps<T> = { ask: UseQueryResult<T, Trouble>; children(value: T): ReactNode; lines?: number }

/** Waiting, trouble with retry, or the answer. */
export function Shown<T>({ ask, children, lines = 4 }: ShownProps<T>) {
  if (ask.data !== undefined) return children(ask.data)
  if (ask.error) return <ErrorNote trouble={ask.error} retry={() => void ask.refetch()} />
  return <Waiting lines={lines} />
}
