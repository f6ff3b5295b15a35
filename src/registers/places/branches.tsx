import { useQueryText } from '../../web/address.ts'
import { useAsk } from '../../web/ask.ts'
import { Shown } from '../../web/notes.tsx'
import { tree } from './contract.ts'
import { UnitTree } from './unit-tree.tsx'

/** The tree at the left of a list: choosing a unit narrows the list to its branch. */
export function Branches() {
  const [query, set] = useQueryText()
  const asked = useAsk(tree, {})
  const under = [query.under].flat()[0]
  return (
    <Shown ask={asked}>
      {({ nodes }) => <UnitTree nodes={nodes} chosen={under} onChoose={(id) => set({ under: id, page: undefined, open: undefined })} />}
    </Shown>
  )
}
