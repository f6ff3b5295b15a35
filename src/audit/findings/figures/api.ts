import type { Reader } from '../../../platform/db.ts'
import { type Handler, serve } from '../../../platform/serve.ts'
import { allRemaps } from '../classes/store.ts'
import { allClasses } from '../store.ts'
import { type FigureRow, type FiguresInput, showFigures } from './contract.ts'
import { byLevelOne, type Figure, figuresOf, toldOn, totalOf } from './rules.ts'
import { summed, unitsNamed } from './store.ts'

const labelled = (figures: readonly Figure[], labelOf: (key: string) => string | null): FigureRow[] =>
  figures.map((figure) => ({ ...figure, label: labelOf(figure.key) }))

async function byClass(read: Reader, figures: readonly Figure[], { by, classesOn }: FiguresInput, tongue: 'zh' | 'en') {
  const told = classesOn ? toldOn(figures, await allRemaps(read), classesOn) : figures
  const classes = await allClasses(read)
  const rows = by === 'class1' ? byLevelOne(told) : told
  return labelled(
    rows.toSorted((a, b) => (a.key < b.key ? -1 : 1)),
    (key) => classes.findLast((each) => each.code === key)?.[tongue] ?? null,
  )
}

const mostUnits = 200
/** The units with the most findings, by name. */
async function byUnit(read: Reader, figures: readonly Figure[]) {
  const most = figures.toSorted((a, b) => b.count - a.count).slice(0, mostUnits)
  const names = await unitsNamed(
    read,
    most.map(({ key }) => key),
  )
  return labelled(most, (key) => names.get(key) ?? null)
}

export const figuresApi: readonly Handler[] = [
  serve(showFigures, async ({ input, read, tongue }) => {
    const { by, classesOn: _, ...filter } = input
    const figures = figuresOf(await summed(read, { filter: { ...filter, offset: 0, limit: 1 }, by }))
    const total = { ...totalOf(figures), label: null }
    if (by === 'year')
      return {
        total,
        rows: labelled(
          figures.toSorted((a, b) => (a.key < b.key ? -1 : 1)),
          () => null,
        ),
      }
    if (by === 'unitType')
      return {
        total,
        rows: labelled(
          figures.toSorted((a, b) => b.count - a.count),
          () => null,
        ),
      }
    if (by === 'unit') return { total, rows: await byUnit(read, figures) }
    return { total, rows: await byClass(read, figures, input, tongue) }
  }),
]
