import type { Day } from '../../kernel/day.ts'
import type { Reader } from '../../platform/db.ts'
import { inside } from '../../registers/places/store.ts'

/** Evidence sheets not yet signed, in projects on whose team somebody is. */
export const unsignedEvidence = (read: Reader, account: string, most: number) =>
  read
    .selectFrom('evidence')
    .innerJoin('projectMember', 'projectMember.project', 'evidence.project')
    .select(['evidence.id', 'evidence.number', 'evidence.title', 'evidence.project', 'evidence.replyDueOn'])
    .where('projectMember.account', '=', account)
    .where('projectMember.leftOn', 'is', null)
    .where('evidence.sign', '=', 'pending')
    .orderBy('evidence.replyDueOn')
    .limit(most)
    .execute()

/** Papers handed in, in the place, that somebody neither prepared nor edited last. */
export const papersToReview = (read: Reader, by: { account: string; jurisdiction: string; most: number }) =>
  read
    .selectFrom('workingPaper')
    .innerJoin('project', 'project.id', 'workingPaper.project')
    .select(['workingPaper.id', 'workingPaper.number', 'workingPaper.matter', 'workingPaper.project'])
    .where('project.jurisdiction', 'like', inside(by.jurisdiction))
    .where('workingPaper.state', '=', 'submitted')
    .where('workingPaper.preparedBy', '<>', by.account)
    .where('workingPaper.editedBy', '<>', by.account)
    .orderBy('workingPaper.number')
    .limit(by.most)
    .execute()

/** Teams somebody is on in projects that have not ended, without a declaration of his. */
export const undeclared = (read: Reader, by: { account: string; today: Day; most: number }) =>
  read
    .selectFrom('projectMember')
    .innerJoin('project', 'project.id', 'projectMember.project')
    .leftJoin('recusalDeclaration', (on) =>
      on
        .onRef('recusalDeclaration.project', '=', 'projectMember.project')
        .onRef('recusalDeclaration.account', '=', 'projectMember.account'),
    )
    .select(['projectMember.id', 'projectMember.project', 'project.title'])
    .where('projectMember.account', '=', by.account)
    .where('projectMember.leftOn', 'is', null)
    .where('project.endedOn', 'is', null)
    .where('recusalDeclaration.id', 'is', null)
    .limit(by.most)
    .execute()
