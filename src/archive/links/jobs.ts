import { z } from 'zod'
import { type AnyJob, enqueue, job } from '../../platform/jobs.ts'
import { keepPrints, mentionsOf, touchedPapers } from './scan.ts'
import { allPapers, replaceMentions } from './store.ts'

/** After a paper came in: finds its mentions; a person's verdicts stay as they are. */
const scan = job({
  kind: 'links.scan',
  payload: z.object({ document: z.uuid() }),
  run: async (desk, { document }) => {
    const mentions = await mentionsOf(desk.read, document, desk.today)
    if (mentions === null) return
    await desk.change(`document:${document}`, (tx) => replaceMentions(tx, document, mentions))
  },
})

/** After the register changed: scans again only the papers that hold a changed name. */
const rescan = job({
  kind: 'links.rescan',
  payload: z.object({ all: z.boolean().default(false) }),
  run: async (desk, { all }) => {
    const { papers, prints } = await touchedPapers(desk.read)
    const wanted = all ? await allPapers(desk.read) : papers
    await desk.change('registerPrint:all', async (tx) => {
      for (const document of wanted) await enqueue(tx, 'links.scan', { document }, `links.scan:${document}`)
      await keepPrints(tx, prints)
    })
  },
})

export const linksJobs: readonly AnyJob[] = [scan, rescan]
