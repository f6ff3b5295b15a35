import { setFlagsFromString } from 'node:v8'

let running = 0
/** The heap may grow by a quarter before it is swept, not fourfold: costs a little time, halves the memory of long reads. */
const often = '--heap-growing-percent=25'
const usual = '--heap-growing-percent=0'

/** Runs long work in little memory. */
export async function thriftily<T>(work: () => Promise<T>): Promise<T> {
  running += 1
  setFlagsFromString(often)
  try {
    return await work()
  } finally {
    running -= 1
    if (running === 0) setFlagsFromString(usual)
  }
}
