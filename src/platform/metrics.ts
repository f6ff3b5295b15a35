import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { ticks } from './clock.ts'

/** Request counts and times, and the process's own figures; no names, no record ids. */
export function meter() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const counted = new Counter({
    name: 'guantong_requests_total',
    help: 'requests by method and status',
    labelNames: ['method', 'status'],
    registers: [registry],
  })
  const timed = new Histogram({
    name: 'guantong_request_seconds',
    help: 'seconds per request',
    labelNames: ['method'],
    registers: [registry],
  })
  return {
    start(method: string) {
      const from = ticks()
      return (status: number): number => {
        const ms = Math.round(ticks() - from)
        counted.inc({ method, status })
        timed.observe({ method }, ms / 1000)
        return ms
      }
    },
    text: () => registry.metrics(),
  }
}
