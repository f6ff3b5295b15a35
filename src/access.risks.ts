import { cleared } from './office/identity/policy/leads.ts'
import { auditSide, authorities } from './office/identity/policy/organs.ts'

/** Need to know of what is put together from many findings, for src/access.ts; figures on leads are for cleared readers only. */
export const risksAccess = {
  riskRule: 'everyone',
  compilation: { organs: auditSide, place: 'jurisdiction' },
  compilationVersion: { as: 'compilation', by: 'compilation' },
  leadFigures: { organs: auditSide, roles: cleared, place: 'jurisdiction' },
  riskNotice: { organs: [...authorities, 'auditedUnit'], place: 'jurisdiction' },
} as const
