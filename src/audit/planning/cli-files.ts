import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { z } from 'zod'
import { refuse } from '../../kernel/refusal.ts'
import { Refused } from '../../platform/stop.ts'
import { faultsOf, plainFaultsOf } from './instance/faults.ts'
import { Instance, Missed, PlanItem } from './instance/model.ts'

/** What `plan check` needs of a plan; a plan made elsewhere may claim less than ours. */
export const PlanFile = z.object({
  items: z.array(PlanItem),
  cost: z.number().optional(),
  bound: z.number().optional(),
  gap: z.number().optional(),
  missed: Missed.optional(),
})
export type PlanFile = z.infer<typeof PlanFile>

async function contentOf(path: string): Promise<unknown> {
  const file = basename(path)
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null) throw new Refused(refuse('plannerFile', { file: path }))
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    throw new Refused(refuse('plannerJson', { file }))
  }
}

/** The id of the record that an issue's path leads through: `subjects.12.effortDays` → the id of the thirteenth subject. */
function recordAt(content: unknown, path: readonly PropertyKey[]): string {
  let here: unknown = content
  let found = ''
  for (const step of path) {
    if (typeof here !== 'object' || here === null) break
    here = Object.entries(here).find(([key]) => key === String(step))?.[1]
    const id =
      typeof here === 'object' && here !== null ? Object.entries(here).find(([key]) => key === 'id' || key === 'subject')?.[1] : undefined
    if (typeof id === 'string') found = id
  }
  return found
}

async function read<T>(path: string, shape: z.ZodType<T>): Promise<T> {
  const content = await contentOf(path)
  const parsed = shape.safeParse(content)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const steps = issue?.path ?? []
  const record = recordAt(content, steps)
  throw new Refused(
    refuse('plannerField', {
      file: basename(path),
      record: record === '' ? '' : `“${record}” `,
      field: steps.map(String).join('.') || '-',
      problem: issue?.message ?? '',
    }),
  )
}

/** Reads an instance; refused with file, record and field when it is malformed, and (`pinsToo`) with both names when pins contradict. */
export async function readInstance(path: string, { pinsToo = true } = {}): Promise<Instance> {
  const instance = await read(path, Instance)
  const [fault] = pinsToo ? faultsOf(instance) : plainFaultsOf(instance)
  if (fault) throw new Refused(fault)
  return instance
}

export const readPlan = (path: string): Promise<PlanFile> => read(path, PlanFile)
