import type { Contract } from '../../../kernel/contract.ts'
import { postForFile } from '../../../web/call.ts'

/** Does an act that gives a file and lets the browser keep it; answers the sentence of a refusal, null when all went well. */
export async function saveFile(contract: Contract, input: Readonly<Record<string, unknown>>): Promise<string | null> {
  const given = await postForFile(contract, input)
  if ('message' in given) return given.message
  const link = document.createElement('a')
  link.href = URL.createObjectURL(given.blob)
  link.download = given.name
  link.click()
  URL.revokeObjectURL(link.href)
  return null
}
