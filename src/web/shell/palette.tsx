import { type KeyboardEvent, useEffect, useId, useMemo, useState } from 'react'
import { useGo } from '../go.tsx'
import { choose, useSettings } from '../settings.ts'
import { useSay } from '../tongue.tsx'
import { words } from '../words.ts'
import { Dialog } from './dialog.tsx'
import type { Finder, Hit, MenuItem } from './shape.ts'

type Line = { key: string; says: string; aside?: string | undefined; run(): void }
type Group = { kind: string; lines: readonly Line[] }

/** Pages and commands whose words hold the text. */
function useOwn(items: readonly MenuItem[], text: string): readonly Group[] {
  const t = useSay()
  const go = useGo()
  const { look } = useSettings()
  const fits = (says: string) => says.toLowerCase().includes(text.toLowerCase())
  const pages = items.map((item) => ({ key: item.to, says: t(item.says), run: () => go(item.to) }))
  const dark = look === 'dark'
  const commands = [
    {
      key: 'look',
      says: `${t(words.field.look)} · ${t(dark ? words.look.light : words.look.dark)}`,
      run: () => choose({ look: dark ? 'light' : 'dark' }),
    },
    { key: 'zh', says: t(words.tongue.zh), run: () => choose({ tongue: 'zh' }) },
    { key: 'en', says: t(words.tongue.en), run: () => choose({ tongue: 'en' }) },
    { key: 'print', says: t(words.action.print), run: () => setTimeout(() => window.print(), 50) },
  ]
  return [
    { kind: t(words.kind.page), lines: pages.filter(({ says }) => fits(says)) },
    { kind: t(words.kind.command), lines: commands.filter(({ says }) => fits(says)) },
  ]
}

/** Records of all kinds, asked for a moment after the last key; late answers to an older text are dropped. */
function useFound(finders: readonly Finder[], text: string): readonly { kind: string; hits: readonly Hit[] }[] {
  const t = useSay()
  const [found, setFound] = useState<readonly { kind: string; hits: readonly Hit[] }[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked when the text changes, whoever the finders are
  useEffect(() => {
    let late = false
    if (text === '') setFound([])
    if (text === '') return
    const timer = setTimeout(async () => {
      const answers = await Promise.all(finders.map(async (finder) => ({ kind: t(finder.kind), hits: await finder.find(text) })))
      if (!late) setFound(answers)
    }, 180)
    return () => {
      late = true
      clearTimeout(timer)
    }
  }, [text])
  return found
}

function useLines(items: readonly MenuItem[], finders: readonly Finder[], text: string, onClose: () => void) {
  const go = useGo()
  const own = useOwn(items, text)
  const found = useFound(finders, text)
  const groups: readonly Group[] = useMemo(
    () =>
      [
        ...found.map(({ kind, hits }) => ({
          kind,
          lines: hits.map((hit) => ({ key: hit.key, says: hit.says, aside: hit.aside, run: () => go(hit.to) })),
        })),
        ...own,
      ].filter(({ lines }) => lines.length > 0),
    [found, own, go],
  )
  const lines = groups.flatMap((group) => group.lines)
  const run = (line: Line | undefined) => {
    if (!line) return
    onClose()
    line.run()
  }
  return { groups, lines, run }
}

type ListProps = { id: string; groups: readonly Group[]; lines: readonly Line[]; chosen: Line | undefined; run(line: Line): void }

function Lines({ id, groups, lines, chosen, run }: ListProps) {
  const t = useSay()
  return (
    <div role="listbox" id={`${id}list`} aria-label={t(words.title.palette)} className="palette-list">
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options inside a listbox
        <div key={group.kind} role="group" aria-label={group.kind}>
          <div className="palette-kind" aria-hidden="true">
            {group.kind}
          </div>
          {group.lines.map((line) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field above holds the keys
            <div
              key={line.key}
              role="option"
              id={`${id}${lines.indexOf(line)}`}
              aria-selected={line === chosen}
              tabIndex={-1}
              className="palette-line"
              onClick={() => run(line)}
            >
              <span className="grow">{line.says}</span>
              {line.aside && <span className="muted small">{line.aside}</span>}
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}

type Props = { items: readonly MenuItem[]; finders: readonly Finder[]; onClose(): void }

/** Ctrl K: people, units, papers, articles, pages and commands in one field. */
export function Palette({ items, finders, onClose }: Props) {
  const t = useSay()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const { groups, lines, run } = useLines(items, finders, typed.trim(), onClose)
  const chosen = Math.min(at, Math.max(0, lines.length - 1))
  useEffect(() => void document.getElementById(`${id}${chosen}`)?.scrollIntoView({ block: 'nearest' }), [id, chosen])
  const press = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by !== undefined) event.preventDefault()
    if (by !== undefined) setAt((chosen + by + lines.length) % Math.max(1, lines.length))
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) run(lines[chosen])
  }
  return (
    <Dialog title={t(words.title.palette)} onClose={onClose} className="palette" headless>
      <input
        className="palette-field"
        role="combobox"
        aria-label={t(words.title.palette)}
        aria-expanded="true"
        aria-controls={`${id}list`}
        aria-activedescendant={`${id}${chosen}`}
        placeholder={t(words.field.search)}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setAt(0)
        }}
        onKeyDown={press}
      />
      <Lines id={id} groups={groups} lines={lines} chosen={lines[chosen]} run={run} />
      {lines.length === 0 && (
        <p className="muted card-body" role="status">
          {t(words.note.noResults)}
        </p>
      )}
    </Dialog>
  )
}
