import { Button, Input } from 'antd'
import { useState } from 'react'
import { list as officials } from '../../../registers/auditees/contract.ts'
import { useAsk } from '../../../web/ask.ts'
import { Shown } from '../../../web/notes.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { words } from '../words.ts'

type Props = { name: string; whyNot: string | null; pending: boolean; onChoose(official: string): void }

/** Looks the register up for the person meant when no candidate fits. Only registered officials can be chosen. */
export function AnotherPerson({ name, whyNot, pending, onChoose }: Props) {
  const t = useSay()
  const [keyword, setKeyword] = useState('')
  const found = useAsk(officials, { keyword, limit: 8 }, { when: keyword.trim() !== '', keep: true })
  if (whyNot !== null) return <p className="muted">{whyNot}</p>
  return (
    <div className="stack stack-tight">
      <Input
        value={keyword}
        placeholder={name}
        aria-label={t(words.page.searchRegister)}
        onChange={(event) => setKeyword(event.target.value)}
        allowClear
      />
      {keyword.trim() !== '' && (
        <Shown ask={found} lines={2}>
          {(page) => (
            <ul style={{ listStyle: 'none', margin: 0, padding: 0 }} aria-label={t(words.page.another)}>
              {page.rows.map((row) => (
                <li key={row.id} className="row" style={{ justifyContent: 'space-between' }}>
                  <span>
                    <b className="serif">{row.name}</b> <span className="num muted">{row.number}</span>{' '}
                    <span className="muted">
                      {row.unitName ?? ''} {row.tenure?.post ?? ''}
                    </span>
                  </span>
                  <Button
                    size="small"
                    disabled={pending}
                    onClick={() => onChoose(row.id)}
                    aria-label={`${t(words.page.another)} ${row.name} ${row.number}`}
                  >
                    {t(words.page.another)}
                  </Button>
                </li>
              ))}
              {page.total === 0 && <li className="muted">{t(words.page.noCandidates)}</li>}
            </ul>
          )}
        </Shown>
      )}
    </div>
  )
}
