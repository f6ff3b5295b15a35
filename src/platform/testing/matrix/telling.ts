import { unzipSync } from 'fflate'
import type { Contract } from '../../../kernel/contract.ts'
import type { Role } from '../../../office/identity/model.ts'
import type { Answer } from '../house.ts'
import { type Mark, marks, mayKnow, type Scenario } from './world.ts'

const isMark = (name: string): name is Mark => name in marks
export const allMarks = Object.keys(marks).filter(isMark)

/** Everything an answer says, files opened. */
export async function textOf({ body, response }: Pick<Answer, 'body' | 'response'>): Promise<string> {
  if (body !== null) return JSON.stringify(body)
  const bytes = new Uint8Array(await response.clone().arrayBuffer())
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return new TextDecoder().decode(bytes)
  return Object.values(unzipSync(bytes))
    .map((part) => new TextDecoder().decode(part))
    .join('\n')
}

export type Told = {
  contract: Pick<Contract, 'name'>
  role: Role
  scenario: Scenario
  status: number
  text: string
  shows: string | undefined
}
/** What is wrong with an answer: it tells of a kind of record its reader may not know, or keeps one from who may, or broke. */
export function troublesIn({ contract, role, scenario, status, text, shows }: Told): string[] {
  const may = mayKnow(role, scenario)
  const at = `${scenario} ${role} ${contract.name} (${status})`
  const leaks = allMarks.filter((mark) => text.includes(marks[mark]) && may[mark] === false && !(mark === 'person' && may.case))
  return [
    ...(status >= 500 ? [`${at}: broke`] : []),
    ...leaks.map((mark) => `${at}: LEAKS ${mark}`),
    ...(isMark(shows ?? '') && may[shows as Mark] === true && !text.includes(marks[shows as Mark])
      ? [`${at}: keeps ${shows} from who may know it`]
      : []),
  ]
}
