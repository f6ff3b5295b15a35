import { z } from 'zod'
import { act, ask } from '../../kernel/contract.ts'
import { Day } from '../../kernel/day.ts'
import { GivenFile } from '../../kernel/given.ts'
import { Paging, pageOf } from '../../kernel/paging.ts'
import { JurisdictionCode } from '../../registers/places/model.ts'
import { Window, YearPlan } from './model.ts'
import { fewFirst, PlanFilter } from './rules/filter.ts'
import { HorizonView } from './rules/horizon.ts'
import { PlanLetter, PlanNotice, PlanOpinion, PlanRun, PlanStepName, Stance } from './rules/records.ts'
import * as shape from './rules/shapes.ts'
import { words } from './words.ts'

const { contract: title } = words
const Year = z.coerce.number().int().min(2000).max(2100)
const plan = { plan: z.uuid() }
const reason = z.string().trim().min(2).max(400)
const target = { id: z.uuid(), version: z.number().int() }
/** What a deed of a hand leaves behind: the key with which it can be taken back. */
const Done = z.object({ edit: z.uuid() })

export const PlanLine = YearPlan.extend({ items: z.number().int(), issued: z.number().int(), drafts: z.number().int() })
export type PlanLine = z.infer<typeof PlanLine>
export const listPlans = ask({ name: 'planning.plans', title: title.plans, input: Paging, output: pageOf(PlanLine) })
export const getPlan = ask({
  name: 'planning.plan',
  title: title.plan,
  reads: 'person',
  input: z.object({
    id: z.uuid(),
    year: Year.optional(),
    /** How many of each column are sent; their number is told in any case. */
    first: z.coerce.number().int().min(1).max(5000).default(fewFirst),
    ...PlanFilter.shape,
  }),
  output: shape.PlanView,
})
export const createPlan = act({
  name: 'planning.create',
  title: title.create,
  input: z.object({ year: Year, years: z.number().int().min(1).max(8).optional(), jurisdiction: JurisdictionCode.optional() }),
  output: YearPlan,
})
export const setDays = act({
  name: 'planning.setDays',
  title: title.setDays,
  input: z.object({ ...target, meetingOn: Day.nullable(), submitBy: Day.nullable() }),
  output: YearPlan,
})

/** Begins a recommendation; it runs as a job and tells its progress by events `planning.progress`. */
export const recommend = act({
  name: 'planning.recommend',
  title: title.recommend,
  input: z.object({
    ...plan,
    replan: z.boolean().default(false),
    seconds: z.number().min(1).max(300).default(8),
    seed: z.number().int().min(0).max(1e9).default(1),
    /** Stops after so many moves instead of by the clock: the same plan again, whatever the machine. */
    moves: z.number().int().min(0).max(10_000_000).optional(),
  }),
  output: PlanRun,
})
export const cancelRun = act({ name: 'planning.cancel', title: title.cancel, input: z.object({ id: z.uuid() }), output: PlanRun })
export const getRun = ask({ name: 'planning.run', title: title.run, input: z.object({ id: z.uuid() }), output: PlanRun })
export const Progress = PlanRun.pick({ id: true, plan: true, state: true, phase: true, done: true, cost: true, bound: true })
export type Progress = z.infer<typeof Progress>
/** How far the working out of conflicts has come, 0 to 1, told to whoever asked. */
export const Diagnosing = z.object({ plan: z.uuid(), done: z.number() })

export const saveVersion = act({
  name: 'planning.save',
  title: title.save,
  input: z.object({ ...plan, note: z.string().trim().max(400).nullable().default(null) }),
  output: z.object({ id: z.uuid(), no: z.number().int() }),
})
export const getWhy = ask({
  name: 'planning.why',
  title: title.why,
  reads: 'person',
  input: z.object({ ...plan, tenure: z.uuid() }),
  output: shape.WhyView,
})
/** The solver's counterfactual: the plan with this one forced into the year, laid beside today's; nothing is changed. */
export const bringIn = ask({
  name: 'planning.bring',
  title: title.bring,
  reads: 'person',
  input: z.object({ ...plan, tenure: z.uuid(), year: Year }),
  output: shape.BroughtIn,
})
export const getConflicts = ask({
  name: 'planning.conflicts',
  title: title.conflicts,
  reads: 'person',
  input: z.object(plan),
  output: shape.Conflicts,
})

const slot = { year: Year, window: Window, team: z.uuid() }
export const pinItem = act({
  name: 'planning.hold',
  title: title.hold,
  input: z.object({ ...plan, tenure: z.uuid(), ...slot, reason }),
  output: Done,
})
export const banPost = act({
  name: 'planning.ban',
  title: title.ban,
  input: z.object({ ...plan, tenure: z.uuid(), year: Year, reason }),
  output: Done,
})
export const unpinPost = act({
  name: 'planning.unpin',
  title: title.unpin,
  input: z.object({ ...plan, tenure: z.uuid(), year: Year }),
  output: Done,
})
export const moveItem = act({
  name: 'planning.move',
  title: title.move,
  input: z.object({ ...target, window: Window, team: z.uuid(), reason }),
  output: Done,
})
export const swapItems = act({
  name: 'planning.swap',
  title: title.swap,
  input: z.object({ one: z.object(target), other: z.object(target), reason }),
  output: Done,
})
export const undoEdit = act({
  name: 'planning.undo',
  title: title.undo,
  input: z.object({ edit: z.uuid() }),
  output: z.object({ plan: z.uuid() }),
})
/** Proposes another slot for an issued item, or striking it off; the proposal passes the same channel as an item. */
export const proposeChange = act({
  name: 'planning.change',
  title: title.change,
  input: z.object({ ...target, change: z.enum(['move', 'drop']), window: Window.optional(), team: z.uuid().optional(), reason }),
  output: z.object({ id: z.uuid() }),
})
/** One step of the procedure for some items; `number` and `decidedOn` are the resolution's, when the step is an approval. */
export const takeStep = act({
  name: 'planning.step',
  title: title.step,
  input: z.object({
    ...plan,
    step: PlanStepName,
    items: z.array(z.object(target)).min(1).max(5000),
    text: z.string().trim().min(2).max(2000),
    number: z.string().trim().min(2).max(60).optional(),
    decidedOn: Day.optional(),
  }),
  output: z.object({ count: z.number().int() }),
})

export const listLetters = ask({ name: 'planning.letters', title: title.letters, input: Paging, output: pageOf(shape.LetterLine) })
export const getLetter = ask({
  name: 'planning.letter',
  title: title.letter,
  reads: 'person',
  input: z.object({ id: z.uuid() }),
  output: shape.LetterView,
})
export const replyLetter = act({
  name: 'planning.reply',
  title: title.reply,
  input: z.object({
    ...target,
    opinions: z.array(z.object({ item: z.uuid(), stance: Stance, text: z.string().trim().max(2000) })).max(500),
  }),
  output: PlanLetter,
})
export const settleOpinion = act({
  name: 'planning.settle',
  title: title.settle,
  input: z.object({ id: z.uuid(), outcome: z.enum(['adopted', 'refused']), answer: reason }),
  output: PlanOpinion,
})

export const comparePlans = ask({
  name: 'planning.compare',
  title: title.compare,
  reads: 'person',
  input: z.object({ from: z.uuid(), to: z.uuid() }),
  output: shape.Comparison.extend({ from: shape.VersionHead, to: shape.VersionHead }),
})
export const getCourse = ask({
  name: 'planning.course',
  title: title.course,
  reads: 'person',
  input: z.object(plan),
  output: shape.CourseView,
})
export const exportPlan = ask({
  name: 'planning.export',
  title: title.export,
  reads: 'person',
  gives: 'file',
  input: z.object(plan),
  output: GivenFile,
})
export const makePaper = ask({
  name: 'planning.document',
  title: title.document,
  reads: 'person',
  gives: 'file',
  input: z.object({ ...plan, paper: z.enum(['plan', 'change', 'letter', 'preAppointment', 'firm']), of: z.uuid().optional() }),
  output: GivenFile,
})
export const exportCalendar = ask({
  name: 'planning.calendar',
  title: title.calendar,
  reads: 'person',
  gives: 'file',
  input: z.object({ ...plan, team: z.uuid().optional() }),
  output: GivenFile,
})
/** Coverage over the years; with capacity or frequencies changed, a reckoning that changes nothing. */
export const getHorizon = ask({
  name: 'planning.horizon',
  title: title.horizon,
  reads: 'person',
  input: z.object({
    ...plan,
    capacity: z.coerce.number().min(10).max(300).optional(),
    a: z.coerce.number().int().min(1).max(10).optional(),
    b: z.coerce.number().int().min(1).max(10).optional(),
    c: z.coerce.number().int().min(1).max(10).optional(),
  }),
  output: HorizonView,
})
export const makeNotices = act({
  name: 'planning.makeNotices',
  title: title.makeNotices,
  input: z.object(plan),
  output: z.object({ made: z.number().int() }),
})
export const serveNotice = act({
  name: 'planning.serveNotice',
  title: title.serveNotice,
  input: z.object({ ...target, servedOn: Day }),
  output: PlanNotice,
})
