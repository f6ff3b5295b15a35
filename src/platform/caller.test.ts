import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { callerOf, isInScope } from './caller.ts'

const hono = new Hono().get('/', (c) => {
  const { peer, address } = callerOf(c)
  return c.json({ peer, address })
})
const from = async (remoteAddress: string, forwarded?: string) => {
  const headers: Record<string, string> = forwarded ? { 'x-forwarded-for': forwarded } : {}
  return (await hono.request('/', { headers }, { incoming: { socket: { remoteAddress } } })).json()
}

test.each([
  ['10.0.0.7', undefined, '10.0.0.7'],
  ['10.0.0.7', '203.0.113.1', '10.0.0.7'],
  ['127.0.0.1', '203.0.113.1, 10.9.9.9', '10.9.9.9'],
  ['::ffff:127.0.0.1', '10.9.9.9', '10.9.9.9'],
  ['::1', undefined, '::1'],
])('the peer %s saying it forwards for %s is taken to be %s', async (peer, forwarded, address) => {
  expect(await from(peer, forwarded)).toMatchObject({ address })
})

test('a scope is a contract’s name or a beginning that ends in a star; without scopes the role alone decides', () => {
  expect([
    isInScope({}, 'any.thing'),
    isInScope({ scopes: ['projects.*'] }, 'projects.list'),
    isInScope({ scopes: ['projects.one'] }, 'projects.oneMore'),
  ]).toEqual([true, true, false])
})
