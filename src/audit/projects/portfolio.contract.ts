import { z } from 'zod'
import { ask } from '../../kernel/contract.ts'
import { Day } from '../../kernel/day.ts'
import { severalOf, Years, YesNo } from '../../kernel/paging.ts'
import { ProjectKind, ProjectState, Track } from './model.ts'
import { words } from './rules/room.words.ts'

export const PortfolioFilter = z.object({
  q: z.string().max(100).optional(),
  year: Years,
  state: severalOf(ProjectState),
  district: z.string().max(12).optional(),
  /** Only what is still running, or only what is over. */
  running: YesNo.optional(),
})
export type PortfolioFilter = z.infer<typeof PortfolioFilter>

/** One project as the portfolio draws it; `dueOn` is the next day of its running clocks. */
export const PortfolioRow = z.object({
  id: z.uuid(),
  title: z.string(),
  unitName: z.string(),
  district: z.string(),
  kind: ProjectKind,
  track: Track,
  state: ProjectState,
  year: z.number().int(),
  openedOn: Day.nullable(),
  startedOn: Day.nullable(),
  reportedOn: Day.nullable(),
  endedOn: Day.nullable(),
  dueOn: Day.nullable(),
})
export type PortfolioRow = z.infer<typeof PortfolioRow>

/** The whole portfolio in one answer: gantt, board, calendar and district map are drawn from it. */
export const getPortfolio = ask({
  name: 'projects.portfolio',
  title: words.ask.portfolio,
  reads: 'person',
  input: PortfolioFilter,
  output: z.object({
    rows: z.array(PortfolioRow),
    districts: z.array(z.object({ code: z.string(), name: z.string() })),
    total: z.number().int(),
  }),
})
