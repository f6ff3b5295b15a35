const cleared = ['organisation', 'committeeOffice', 'secretary', 'director']
/** Whether a role may read planned leaving days; everybody else reads that the organisation department entrusted it. */
export const mayKnowLeaving = (role: string): boolean => cleared.includes(role)
