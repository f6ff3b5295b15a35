import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openVault } from './vault.ts'

test('what was locked up opens again in this house only, and an altered piece does not', () => {
  const folders = [mkdtempSync(join(tmpdir(), 'guantong-vault-')), mkdtempSync(join(tmpdir(), 'guantong-vault-'))]
  const [ours, theirs] = folders.map((folder) => openVault(folder))
  const locked = ours?.lock('JBSWY3DPEHPK3PXP 密') ?? ''
  expect(locked).not.toBe(ours?.lock('JBSWY3DPEHPK3PXP 密'))
  expect(ours?.open(locked)).toBe('JBSWY3DPEHPK3PXP 密')
  expect(() => theirs?.open(locked)).toThrow()
  const bytes = Buffer.from(locked, 'base64')
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1)
  expect(() => ours?.open(bytes.toString('base64'))).toThrow()
  for (const folder of folders) rmSync(folder, { recursive: true })
})
