type Measure = (asked: { isLarge: boolean }) => Promise<object>

/**
 * What can be measured, by name; each answers ratios taken in one run, and peaks of memory. `isLarge` asks for what takes minutes, too.
 * Each is loaded when it is measured: the names alone cost nothing.
 */
export const benches: Readonly<Record<string, Measure>> = {
  access: async () => (await import('./access.ts')).measureAccess(),
  findings: async () => (await import('./findings.ts')).measureFindings(),
  fold: async () => (await import('./text.ts')).measureFold(),
  search: async () => (await import('./text.ts')).measureSearch(),
  sheets: async () => (await import('./sheets.ts')).measureSheets(),
  planner: async (asked) => (await import('./planner.ts')).measurePlanner(asked),
  requests: async () => (await import('./planner-request.ts')).measureRequests(2000),
  trail: async () => (await import('./trail.ts')).measureTrail(),
  projects: async () => (await import('./projects.ts')).measureProjects(),
  risks: async () => (await import('./risks.ts')).measureRisks(),
}
