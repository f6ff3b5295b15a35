import { day } from '../../kernel/day.ts'
import type { Todo } from './model.ts'

export const aTodo = (over: Partial<Todo> = {}): Todo => ({
  id: 'rectification:0198f3a0-0000-7000-8000-000000000001',
  room: 'rectification',
  says: { zh: '复核整改', en: 'Review a rectification' },
  facts: {},
  about: '采购化整为零规避公开招标',
  dueOn: day('2026-12-15'),
  to: '/rectification',
  ...over,
})
