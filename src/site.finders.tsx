import type { Finder } from './web/shell/shape.ts'

/** What Ctrl K finds besides pages and commands. */
export const finders: readonly Finder[] = []
