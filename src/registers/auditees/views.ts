import { found, serve } from '../../platform/serve.ts'
import { dropView, saveView, views } from './contract.ts'
import { keepView, removeView, viewsOf } from './store.ts'

/** Saved views belong to one account; a link shares what they ask. */
export const viewsApi = [
  serve(views, async ({ read, actor }) => ({ views: await viewsOf(read, actor.account) })),
  serve(saveView, ({ input, actor, change }) =>
    change(`auditeeView:${input.name}`, (tx) => keepView(tx, { account: actor.account, ...input })),
  ),
  serve(dropView, ({ input, actor, change }) =>
    change(`auditeeView:${input.id}`, async (tx) => found(await removeView(tx, input.id, actor.account))),
  ),
]
