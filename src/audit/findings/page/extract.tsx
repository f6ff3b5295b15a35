import { useGo } from '../../../web/go.tsx'
import { type Column, ListPage } from '../../../web/list-page/list-page.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { listPapers, type PaperLine } from '../extraction/contract.ts'
import { words } from '../extraction/words.ts'
import { words as findingWords } from '../words.ts'

function useColumns(): readonly Column<PaperLine>[] {
  const t = useSay()
  return [
    { key: 'title', title: t(words.field.report), serif: true, cell: (row) => row.title },
    { key: 'number', title: t(words.field.number), width: 200, optional: true, cell: (row) => row.number },
    { key: 'unit', title: t(findingWords.field.unit), width: 200, optional: true, cell: (row) => row.unitName },
    { key: 'year', title: t(findingWords.field.year), width: 90, cell: (row) => <span className="num">{row.year}</span> },
    {
      key: 'problems',
      title: t(words.field.problems),
      width: 90,
      align: 'end',
      cell: (row) => <span className="num">{row.problems}</span>,
    },
    { key: 'open', title: t(words.field.open), width: 90, align: 'end', cell: (row) => <span className="num">{row.open}</span> },
  ]
}

/** Reports of the library from which findings may be proposed, those with open proposals first. */
export function ExtractPage() {
  const t = useSay()
  const go = useGo()
  return (
    <ListPage
      title={t(words.title.papers)}
      name="extract"
      contract={listPapers}
      rowKey={(row) => row.id}
      rowLabel={(row) => row.title}
      filters={[{ key: 'q', kind: 'text', label: t(words.field.q) }]}
      columns={useColumns()}
      onOpen={(id) => go(`/findings/extract/${id}`)}
      lead={t(words.note.people)}
      crumbs={[{ says: t(findingWords.title.findings), to: '/findings' }]}
      empty={{ says: t(words.note.none) }}
    />
  )
}
