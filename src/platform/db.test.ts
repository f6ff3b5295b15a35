import { expect, test } from 'vitest'
import { connection, likeText, openDb, openPool, type Reader } from './db.ts'

test('the read handle has no way to write', () => {
  const read: Reader = openDb(openPool('postgresql:///none?host=/nowhere'))
  // @ts-expect-error a reader cannot insert
  void read.insertInto
  // @ts-expect-error a reader cannot update
  void read.updateTable
  // @ts-expect-error a reader cannot delete
  void read.deleteFrom
  // @ts-expect-error a reader opens no transaction
  void read.transaction
  // @ts-expect-error a reader runs no raw statement
  void read.executeQuery
  expect(read.selectFrom).toBeTypeOf('function')
})

test('a socket folder with spaces and Chinese letters in the address is understood', () => {
  const url = `postgresql://guantong@/guantong?host=${encodeURIComponent('/tmp/贯 通')}`
  expect(connection(url)).toEqual({ user: 'guantong', database: 'guantong', host: '/tmp/贯 通', port: 5432, ssl: false })
  expect(connection('postgres://u:p@db:5432/x')).toEqual({ connectionString: 'postgres://u:p@db:5432/x' })
})

test('percent, underscore and backslash are plain letters in a pattern', () => {
  expect(likeText('50%_\\')).toBe('50\\%\\_\\\\')
})
