import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const clone = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '')
export const inClone = (...parts) => join(clone, ...parts)
export const mainFile = inClone('dist', 'server', 'main.mjs')
export const tool = (name) => inClone('node_modules', '.bin', name)
