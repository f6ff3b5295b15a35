import { useState } from 'react'
import { Card, Page, Segmented } from '../../web/page-frame.tsx'
import { useMay } from '../../web/session.tsx'
import { useSay } from '../../web/tongue.tsx'
import './custody.css'
import { listDecisions, listRetention } from './contract.ts'
import { Clearances } from './page/clearances.tsx'
import { Lowering } from './page/lowering.tsx'
import { Retention } from './page/retention.tsx'
import { Settings } from './page/settings.tsx'
import { words } from './words.ts'

type View = 'lowering' | 'retention' | 'clearances' | 'settings'

/** Secrecy, retention and what this installation has set; each reader finds the parts that are his. */
export function CustodyPage() {
  const t = useSay()
  const mayDecisions = useMay(listDecisions)
  const mayRetention = useMay(listRetention)
  const views: readonly View[] = [
    ...(mayDecisions ? (['lowering'] as const) : []),
    ...(mayRetention ? (['retention'] as const) : []),
    'clearances',
    'settings',
  ]
  const [view, setView] = useState<View>(views[0] ?? 'clearances')
  return (
    <Page
      title={t(words.title.custody)}
      actions={
        <Segmented
          label={t(words.title.custody)}
          value={view}
          onChange={(next) => setView(next)}
          options={views.map((value) => ({ value, label: t(words.title[value]) }))}
        />
      }
    >
      <Card title={t(words.title[view])}>
        {view === 'lowering' && <Lowering />}
        {view === 'retention' && <Retention />}
        {view === 'clearances' && <Clearances />}
        {view === 'settings' && <Settings />}
      </Card>
    </Page>
  )
}
