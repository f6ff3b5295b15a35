import { useMemo } from 'react'
import { z } from 'zod'
import { useAddress } from '../../../web/address.ts'
import { useAsk } from '../../../web/ask.ts'
import { Go, place, useGo } from '../../../web/go.tsx'
import { EmptyNote, Shown } from '../../../web/notes.tsx'
import { Page, Segmented } from '../../../web/page-frame.tsx'
import { useMay } from '../../../web/session.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { openProject } from '../case.contract.ts'
import { getPortfolio, type PortfolioRow } from '../portfolio.contract.ts'
import { words } from '../rules/room.words.ts'
import { words as own } from '../words.ts'
import { Board } from './portfolio/board.tsx'
import { Calendar } from './portfolio/calendar.tsx'
import { Gantt } from './portfolio/gantt.tsx'
import { DistrictMap } from './portfolio/map.tsx'
import './projects.css'

const views = ['gantt', 'board', 'calendar', 'map', 'table'] as const
const Address = z.object({
  view: z.enum(views).catch('gantt').default('gantt'),
  district: z.string().optional(),
  scope: z.enum(['running', 'over', 'all']).catch('running').default('running'),
  month: z.string().optional(),
})

type Answer = { rows: PortfolioRow[]; districts: { code: string; name: string }[] }
function View({ view, answer, month }: { view: (typeof views)[number]; answer: Answer; month: string | undefined }) {
  const t = useSay()
  if (answer.rows.length === 0) return <EmptyNote says={t(own.empty.portfolio)} />
  if (view === 'board') return <Board rows={answer.rows} />
  if (view === 'calendar') return <Calendar rows={answer.rows} month={month} />
  if (view === 'map') return <DistrictMap rows={answer.rows} districts={answer.districts} />
  return <Gantt rows={answer.rows} />
}

function useViews() {
  const t = useSay()
  return useMemo(() => views.map((value) => ({ value, label: t(words.view[value]) })), [t])
}

/** All projects at one sight, in five ways: every state of the page is its address, every number opens its rows. */
export function PortfolioPage() {
  const t = useSay()
  const go = useGo()
  const mayOpen = useMay(openProject)
  const [at, set] = useAddress(Address)
  const running = at.scope === 'all' ? {} : { running: at.scope === 'running' }
  const asked = useAsk(getPortfolio, { ...running, ...(at.district ? { district: at.district } : {}) }, { keep: true })
  const choose = (view: (typeof views)[number]) => (view === 'table' ? go(place('/projects', running)) : set({ view }))
  const scopes = (['running', 'over', 'all'] as const).map((value) => ({ value, label: t(own.scope[value]) }))
  return (
    <Page
      title={t(words.title.portfolio)}
      lead={asked.data && t(own.note.portfolio, { count: asked.data.total })}
      actions={mayOpen && <Go to="/projects/new">{t(words.title.open)}</Go>}
      crumbs={[{ says: t(own.title.projects), to: '/projects' }]}
    >
      <div className="row portfolio-tools">
        <Segmented label={t(words.title.portfolio)} value={at.view} options={useViews()} onChange={choose} />
        <Segmented label={t(words.field.state)} value={at.scope} options={scopes} onChange={(scope) => set({ scope })} />
        {at.district && (
          <button type="button" className="link-button" onClick={() => set({ district: undefined })}>
            {`${asked.data?.districts.find(({ code }) => code === at.district)?.name ?? at.district} ×`}
          </button>
        )}
      </div>
      <Shown ask={asked}>{(answer) => <View view={at.view} answer={answer} month={at.month} />}</Shown>
    </Page>
  )
}
