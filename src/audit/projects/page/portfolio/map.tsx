import { grouped } from '../../../../kernel/grouped.ts'
import { Go, place } from '../../../../web/go.tsx'
import { useSay } from '../../../../web/tongue.tsx'
import type { PortfolioRow } from '../../portfolio.contract.ts'
import { words } from '../../rules/room.words.ts'
import { treemap } from '../../rules/treemap.ts'
import { words as own } from '../../words.ts'

const box = { x: 0, y: 0, width: 1000, height: 460 }
const percent = (part: number, whole: number) => `${(part / whole) * 100}%`

/** How many projects each district has, as areas; a district opens its own rows. */
export function DistrictMap({ rows, districts }: { rows: readonly PortfolioRow[]; districts: readonly { code: string; name: string }[] }) {
  const t = useSay()
  const counts = grouped(rows, (row) => row.district)
  const tiles = treemap(
    [...counts].map(([key, inside]) => ({ key, weight: inside.length })),
    box,
  )
  return (
    <section className="card card-body" aria-label={t(words.view.map)}>
      <ul className="treemap">
        {tiles.map(({ key, weight, x, y, width, height }) => (
          <li
            key={key}
            style={{
              left: percent(x, box.width),
              top: percent(y, box.height),
              width: percent(width, box.width),
              height: percent(height, box.height),
            }}
          >
            <Go to={place('/portfolio', { view: 'gantt', district: key, scope: 'all' })}>
              <b className="serif">{districts.find(({ code }) => code === key)?.name ?? key}</b>
              <span className="num">{t(own.note.portfolio, { count: weight })}</span>
            </Go>
          </li>
        ))}
      </ul>
    </section>
  )
}
