#!/usr/bin/env node
import { pathToFileURL } from 'node:url'
import { mainFile } from '../scripts/paths.mjs'
import { setup } from '../scripts/setup.mjs'
import { tell } from '../scripts/words.mjs'

/** `guantong … | head` has read enough: not an error. */
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

try {
  await setup()
} catch (error) {
  tell(error.message)
  process.exit(1)
}
process.setSourceMapsEnabled(true)
await import(pathToFileURL(mainFile).href)
