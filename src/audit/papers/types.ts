import type { AnyDocument } from '../../office/documents/rules/type.ts'
import { auditNotice } from './start/audit-notice.doc.ts'

/** Every document type of the audit wing and of the joint work, in the order of the process. */
export const auditPapers: readonly AnyDocument[] = [auditNotice]
