import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { grouped } from '../../kernel/grouped.ts'
import { Icon } from '../../web/icons.tsx'
import { useSay } from '../../web/tongue.tsx'
import type { UnitNode } from './contract.ts'
import './parts.css'
import { words } from './words.ts'

type Branch = { node: UnitNode; depth: number; children: number }
type Props = { nodes: readonly UnitNode[]; chosen: string | undefined; onChoose(id: string | undefined): void }

function childrenOf(nodes: readonly UnitNode[]): ReadonlyMap<string | null, readonly UnitNode[]> {
  const known = new Set(nodes.map(({ id }) => id))
  return grouped(nodes, (node) => (node.superior !== null && known.has(node.superior) ? node.superior : null))
}

/** The lines in sight, from the top down. */
function linesOf(children: ReadonlyMap<string | null, readonly UnitNode[]>, open: ReadonlySet<string>): Branch[] {
  const lines: Branch[] = []
  const add = (above: string | null, depth: number): void => {
    for (const node of children.get(above) ?? []) {
      lines.push({ node, depth, children: children.get(node.id)?.length ?? 0 })
      if (open.has(node.id)) add(node.id, depth + 1)
    }
  }
  add(null, 1)
  return lines
}

const withAncestors = (nodes: readonly UnitNode[], id: string | undefined): string[] => {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const path: string[] = []
  for (let at = id ? byId.get(id)?.superior : null; at && !path.includes(at); at = byId.get(at)?.superior) path.push(at)
  return path
}

function useOpen({ nodes, chosen }: Props, children: ReadonlyMap<string | null, readonly UnitNode[]>) {
  const roots = useMemo(() => (children.get(null) ?? []).slice(0, 3).map(({ id }) => id), [children])
  const [toggled, setToggled] = useState<ReadonlyMap<string, boolean>>(new Map())
  const open = useMemo(() => {
    const set = new Set([...roots, ...withAncestors(nodes, chosen)])
    for (const [id, on] of toggled) on ? set.add(id) : set.delete(id)
    return set
  }, [roots, nodes, chosen, toggled])
  return { open, toggle: (id: string, on: boolean) => setToggled(new Map([...toggled, [id, on]])) }
}

type LineProps = { line: Branch; open: boolean; chosen: boolean; tabbable: boolean; onToggle(on: boolean): void; onChoose(): void }

function Line({ line, open, chosen, tabbable, onToggle, onChoose }: LineProps) {
  const { node, depth, children } = line
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are taken by the tree
    <div
      role="treeitem"
      aria-level={depth}
      aria-selected={chosen}
      aria-expanded={children > 0 ? open : undefined}
      tabIndex={tabbable ? 0 : -1}
      data-unit={node.id}
      style={{ paddingInlineStart: (depth - 1) * 14 }}
      onClick={onChoose}
    >
      <span
        className="tree-twist"
        aria-hidden="true"
        onClick={(event) => {
          event.stopPropagation()
          if (children > 0) onToggle(!open)
        }}
      >
        {children > 0 && <Icon name={open ? 'down' : 'right'} size={12} />}
      </span>
      <span className="tree-name" title={node.name}>
        {node.name}
      </span>
    </div>
  )
}

/** Units by their superiors: arrows walk and open, Enter chooses; the chosen branch filters what stands beside. */
export function UnitTree(props: Props) {
  const { nodes, chosen, onChoose } = props
  const t = useSay()
  const children = useMemo(() => childrenOf(nodes), [nodes])
  const { open, toggle } = useOpen(props, children)
  const lines = useMemo(() => linesOf(children, open), [children, open])
  const tree = useRef<HTMLDivElement>(null)
  const focusOn = (id: string | undefined) => id && tree.current?.querySelector<HTMLElement>(`[data-unit="${id}"]`)?.focus()
  const keys = (event: KeyboardEvent) => {
    const id = event.target instanceof HTMLElement ? event.target.dataset.unit : undefined
    const at = lines.findIndex(({ node }) => node.id === id)
    const line = lines[at]
    if (!line) return
    const acts: Record<string, () => void> = {
      ArrowDown: () => focusOn(lines[at + 1]?.node.id),
      ArrowUp: () => focusOn(lines[at - 1]?.node.id),
      Home: () => focusOn(lines[0]?.node.id),
      End: () => focusOn(lines.at(-1)?.node.id),
      ArrowRight: () => (open.has(line.node.id) ? focusOn(lines[at + 1]?.node.id) : toggle(line.node.id, true)),
      ArrowLeft: () =>
        open.has(line.node.id) && line.children > 0 ? toggle(line.node.id, false) : focusOn(line.node.superior ?? undefined),
      Enter: () => onChoose(line.node.id === chosen ? undefined : line.node.id),
    }
    const deed = acts[event.key]
    if (!deed) return
    event.preventDefault()
    deed()
  }
  const tabbable = lines.some(({ node }) => node.id === chosen) ? chosen : lines[0]?.node.id
  return (
    <div className="card unit-tree">
      <button type="button" className="text-button" aria-pressed={chosen === undefined} onClick={() => onChoose(undefined)}>
        {t(words.page.all)}
      </button>
      <div role="tree" aria-label={t(words.page.tree)} ref={tree} onKeyDown={keys}>
        {lines.map((line) => (
          <Line
            key={line.node.id}
            line={line}
            open={open.has(line.node.id)}
            chosen={line.node.id === chosen}
            tabbable={line.node.id === tabbable}
            onToggle={(on) => toggle(line.node.id, on)}
            onChoose={() => onChoose(line.node.id)}
          />
        ))}
      </div>
    </div>
  )
}
