import { useEffect, useRef, useState } from 'react'

/** The marks on rows: they stay while one pages, and go when the question changes. */
export function useMarks<Row>(rowKey: (row: Row) => string, rows: readonly Row[], question: string) {
  const [marks, setMarks] = useState<ReadonlyMap<string, Row>>(new Map())
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question, no marks
  useEffect(() => setMarks(new Map()), [question])
  const mark = (keys: readonly string[], on: boolean) => {
    const next = new Map(marks)
    for (const row of rows) if (keys.includes(rowKey(row))) on ? next.set(rowKey(row), row) : next.delete(rowKey(row))
    setMarks(next)
  }
  return { marks, mark, clear: () => setMarks(new Map()) }
}

/** `/` leads to the first part of the query form. */
export function useFilterKey() {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const lead = (event: KeyboardEvent) => {
      const typing = event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]')
      const field = place.current?.querySelector<HTMLElement>('.query-form .field-control')
      if (event.key !== '/' || typing || !field) return
      event.preventDefault()
      field.focus()
    }
    document.addEventListener('keydown', lead)
    return () => document.removeEventListener('keydown', lead)
  }, [])
  return place
}

/** Esc closes the open record, unless something in front of it closes first. */
export function useEscape(open: boolean, back: () => void) {
  const latest = useRef(back)
  latest.current = back
  useEffect(() => {
    if (!open) return
    const leave = (event: KeyboardEvent) => {
      const before = document.querySelector(
        'dialog[open], .ant-modal-wrap:not([style*="none"]), .ant-select-dropdown:not(.ant-select-dropdown-hidden)',
      )
      if (event.key === 'Escape' && !before) latest.current()
    }
    document.addEventListener('keydown', leave)
    return () => document.removeEventListener('keydown', leave)
  }, [open])
}
