import { vi } from 'vitest'

vi.mock('../../office/identity/policy.ts', () => ({ roleMay: () => true, policy: [] }))
await import('./api.test.ts')
