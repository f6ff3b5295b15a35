import { useAsk } from '../../../../web/ask.ts'
import { Deed } from '../../../../web/deed.tsx'
import { EmptyNote, Shown } from '../../../../web/notes.tsx'
import { Card, Page } from '../../../../web/page-frame.tsx'
import { StatusTag } from '../../../../web/status-tag.tsx'
import { useSay } from '../../../../web/tongue.tsx'
import { acknowledge, myNotices } from '../../correction/contract.ts'
import { words } from '../../correction/words.ts'

/** Correction notices addressed to one's own organ: what is to be read from now on, and the signature for it. */
export function NoticesPage() {
  const t = useSay()
  const asked = useAsk(myNotices, { limit: 200 })
  return (
    <Page title={t(words.title.mine)}>
      <Shown ask={asked}>
        {({ rows }) => (
          <div className="stack">
            {rows.length === 0 && <EmptyNote says={t(words.empty.mine)} />}
            {rows.map((row) => (
              <Card key={row.id} title={row.label}>
                <div className="stack stack-tight">
                  <p className="reading">{row.says}</p>
                  <p className="row">
                    <StatusTag state={row.state === 'noticeDue' ? 'soon' : 'done'}>{t(words.state[row.state])}</StatusTag>
                    <span className="num muted">{row.doneOn}</span>
                  </p>
                  {row.state === 'noticeDue' && (
                    <Deed
                      title={t(words.act.acknowledge)}
                      contract={acknowledge}
                      fields={[]}
                      input={() => ({ id: row.id, version: row.version })}
                    />
                  )}
                </div>
              </Card>
            ))}
          </div>
        )}
      </Shown>
    </Page>
  )
}
