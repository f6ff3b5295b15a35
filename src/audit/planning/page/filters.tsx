import { z } from 'zod'
import { Segmented } from '../../../web/page-frame.tsx'
import { useSay } from '../../../web/tongue.tsx'
import type { BoardItem, PlanView } from '../rules/shapes.ts'
import { words } from '../words.ts'

const viewNames = ['board', 'table', 'gantt', 'calendar', 'map'] as const
export const Address = z.object({
  view: z.enum(viewNames).catch('board'),
  year: z.coerce.number().int().optional().catch(undefined),
  open: z.string().optional().catch(undefined),
  q: z.string().optional().catch(undefined),
  class: z.enum(['A', 'B', 'C', 'D']).optional().catch(undefined),
  team: z.string().optional().catch(undefined),
  only: z.enum(['clash']).optional().catch(undefined),
  deed: z.enum(['pin', 'ban']).optional().catch(undefined),
  conflicts: z.enum(['shown']).optional().catch(undefined),
})
export type Asked = z.output<typeof Address>

export type BarProps = {
  board: PlanView
  asked: Asked
  set(part: Partial<Record<keyof Asked, string | number | undefined>>): void
  count: number
  marked: readonly BoardItem[]
}

function Choices({ board, asked, set }: Pick<BarProps, 'board' | 'asked' | 'set'>) {
  const t = useSay()
  return (
    <>
      <select
        className="field-control"
        aria-label={t(words.field.class)}
        value={asked.class ?? ''}
        onChange={(event) => set({ class: event.target.value || undefined })}
      >
        <option value="">{t(words.field.class)}</option>
        {['A', 'B', 'C', 'D'].map((value) => (
          <option key={value}>{value}</option>
        ))}
      </select>
      <select
        className="field-control"
        aria-label={t(words.field.team)}
        value={asked.team ?? ''}
        onChange={(event) => set({ team: event.target.value || undefined })}
      >
        <option value="">{t(words.field.team)}</option>
        {board.teams.map((team) => (
          <option key={team.id} value={team.id}>
            {team.name}
          </option>
        ))}
      </select>
    </>
  )
}

/** How the year is shown, and which of its items. */
export function Filters({ board, asked, set, count, marked }: BarProps) {
  const t = useSay()
  const { plan } = board
  const views = viewNames.map((value) => ({ value, label: t(words.view[value]) }))
  const years = Array.from({ length: plan.years }, (_, at) => plan.year + at)
  return (
    <div className="row plan-filters no-print">
      <Segmented label={t(words.title.plan, { year: plan.year })} value={asked.view} options={views} onChange={(view) => set({ view })} />
      <select
        className="field-control"
        aria-label={t(words.field.year)}
        value={String(board.year)}
        onChange={(event) => set({ year: event.target.value })}
      >
        {years.map((year) => (
          <option key={year} value={year}>
            {year}
          </option>
        ))}
      </select>
      <Choices board={board} asked={asked} set={set} />
      <input
        className="field-control"
        type="search"
        aria-label={t(words.field.official)}
        placeholder={t(words.field.official)}
        value={asked.q ?? ''}
        onChange={(event) => set({ q: event.target.value || undefined })}
      />
      {asked.only && (
        <button type="button" className="chip chip-warns" onClick={() => set({ only: undefined })}>
          {t(words.tag.clash)} ×
        </button>
      )}
      <span className="muted">{marked.length > 0 ? t(words.note.marked, { count: marked.length }) : t(words.note.count, { count })}</span>
      <span className="muted small plan-keys">{t(words.note.keys)}</span>
    </div>
  )
}
