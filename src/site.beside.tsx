import { lazy } from 'react'
import type { Panels } from './web/beside.tsx'

/** What rooms lay beside records of rooms below them, by the record's table. */
export const panels: Panels = {
  finding: [lazy(() => import('./audit/leads/page/panels.tsx').then((page) => ({ default: page.LeadsOfFinding })))],
  project: [lazy(() => import('./audit/leads/page/panels.tsx').then((page) => ({ default: page.LeadsOfProject })))],
}
