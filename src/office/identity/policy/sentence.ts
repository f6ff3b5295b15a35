import { Role } from '../model.ts'
import { auditSide, memberOrgans, partyOrgans, rolesOf } from './organs.ts'

/** One sentence of the policy: these roles may do these things. `*` ends a prefix; `asks` admits only questions. */
export type Sentence = { roles: readonly Role[]; may: readonly string[]; asks?: true }

export const everyone: readonly Role[] = Role.options
export const administrators = rolesOf('administration')
export const auditOffice = rolesOf(...auditSide)
export const members = rolesOf(...memberOrgans)
export const parties = rolesOf(...partyOrgans)
/** Those who work with the papers and decide who is meant in them. */
export const readers: readonly Role[] = ['clerk', 'auditor', 'leadAuditor', 'reviewer', 'adjudicator', 'committeeOffice', 'secretary']
/** Those who keep the registers of officials and units. */
export const keepers: readonly Role[] = ['clerk', 'leadAuditor', 'director', 'committeeOffice', 'secretary', 'organisation']
/** Those who answer for the files: they decide on levels and terms of keeping and may see who read what. */
export const custodians: readonly Role[] = ['director', 'committeeOffice', 'organisation']
