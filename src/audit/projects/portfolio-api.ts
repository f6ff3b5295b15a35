import { type Handler, serve } from '../../platform/serve.ts'
import { getPortfolio } from './portfolio.contract.ts'
import { districtNames, portfolioRows } from './store-portfolio.ts'

export const portfolioApi: readonly Handler[] = [
  serve(getPortfolio, async ({ input, actor, read, seen }) => {
    seen('project:list')
    const rows = await portfolioRows(read, actor.jurisdiction, input)
    const districts = await districtNames(read, [...new Set(rows.map(({ district }) => district))])
    return { rows, districts, total: rows.length }
  }),
]
