import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execPath } from 'node:process'
import type { Instance } from '../src/audit/planning/instance/model.ts'
import { plannerThread } from '../src/audit/planning/solving.ts'

/** A process with nothing else in it: it reads the instance, hands it to the planner's thread and tells its own peak in kB. */
const alone = `
import { readFileSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
const [file, limits, instance, seconds] = process.argv.slice(1)
const worker = new Worker(file, { resourceLimits: JSON.parse(limits), execArgv: [] })
worker.on('message', (told) => {
  if (!('plan' in told)) return
  console.log(process.resourceUsage().maxRSS)
  process.exit()
})
const asked = { do: 'solve', instance: JSON.parse(readFileSync(instance, 'utf8')), seed: 1, seconds: Number(seconds), moves: null, tongue: 'zh' }
worker.postMessage({ asked, stop: new SharedArrayBuffer(4) })
`

/** Peak memory in MB of having a plan solved as the house has it solved: in a thread of its own, the instance on both sides. Null in an unbuilt house. */
export function peakMemory(instance: Instance, seconds: number): number | null {
  if (plannerThread.file.endsWith('.ts')) return null
  const folder = mkdtempSync(join(tmpdir(), 'guantong-bench-'))
  try {
    const file = join(folder, 'instance.json')
    writeFileSync(file, JSON.stringify(instance))
    const given = [plannerThread.file, JSON.stringify(plannerThread.limits), file, String(seconds)]
    const { stdout } = spawnSync(execPath, ['--input-type=module', '-e', alone, ...given], { encoding: 'utf8' })
    const peak = Number(stdout)
    return peak > 0 ? Math.round(peak / 1000) : null
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
