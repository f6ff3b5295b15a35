import type { Day } from '../../kernel/day.ts'
import { json, type Reader, type Writer } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import type { Adoption, DraftReply, ProjectDraft } from './model.ts'

export const addDraft = (tx: Writer, draft: ProjectDraft) => tx.insertInto('projectDraft').values(draft).execute()

/** The draft that is out for comment. */
export const draftOut = (read: Reader, project: string): Promise<ProjectDraft | undefined> =>
  read.selectFrom('projectDraft').selectAll().where('project', '=', project).where('closedOn', 'is', null).executeTakeFirst()

export const closeDraft = (tx: Writer, project: string, on: Day) =>
  tx.updateTable('projectDraft').set({ closedOn: on }).where('project', '=', project).where('closedOn', 'is', null).execute()

export const isFindingOf = async (read: Reader, finding: string, project: string): Promise<boolean> =>
  (await read.selectFrom('finding').select('id').where('id', '=', finding).where('project', '=', project).executeTakeFirst()) !== undefined

/** A party's word on a finding; while the draft is out a later word takes the place of an earlier one. */
export const keepReply = (tx: Writer, reply: DraftReply): Promise<DraftReply> => {
  const { stance, text, givenOn, account } = reply
  const evidence = json(reply.evidence)
  return tx
    .insertInto('draftReply')
    .values({ ...reply, evidence })
    .onConflict((same) =>
      same.constraint('draft_reply_once').doUpdateSet({ stance, text, givenOn, account, evidence, outcome: null, reason: null }),
    )
    .returningAll()
    .executeTakeFirstOrThrow()
}

export const findReply = (read: Reader, id: string) =>
  read
    .selectFrom('draftReply')
    .innerJoin('projectDraft', 'projectDraft.id', 'draftReply.draft')
    .select(['draftReply.id', 'projectDraft.project', 'projectDraft.round'])
    .where('draftReply.id', '=', id)
    .executeTakeFirst()

export const answerReply = (tx: Writer, id: string, answer: { outcome: Adoption; reason: string | null }): Promise<DraftReply> =>
  tx.updateTable('draftReply').set(answer).where('id', '=', id).returningAll().executeTakeFirstOrThrow()

/** What an official said of a finding, and whether it was taken up, becomes part of the finding's own record. */
export async function tellFindings(tx: Writer, project: string): Promise<void> {
  const said = await tx
    .selectFrom('draftReply')
    .innerJoin('projectDraft', 'projectDraft.id', 'draftReply.draft')
    .selectAll('draftReply')
    .where('projectDraft.project', '=', project)
    .where('draftReply.party', '=', 'official')
    .where('draftReply.finding', 'is not', null)
    .where('draftReply.text', '<>', '')
    .orderBy('projectDraft.round')
    .execute()
  for (const { finding, replier: official, givenOn, text, outcome, reason } of said) {
    if (finding === null) continue
    const told = { givenOn, text, outcome: outcome ?? ('adopted' as const), reason }
    await tx
      .insertInto('reply')
      .values({ id: newId(), finding, official, ...told })
      .onConflict((same) => same.columns(['finding', 'official']).doUpdateSet(told))
      .execute()
  }
}
