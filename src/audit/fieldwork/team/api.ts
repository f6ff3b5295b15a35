import { refuse } from '../../../kernel/refusal.ts'
import type { Reader } from '../../../platform/db.ts'
import type { Desk } from '../../../platform/desk.ts'
import { newId } from '../../../platform/id.ts'
import { type Handler, serve, stopIf, stopIfChanged } from '../../../platform/serve.ts'
import type { Project } from '../../projects/model.ts'
import { knownProject, lockProject, membersOf, savedAs, stamped, standing } from '../shelf.ts'
import { declareRecusal, listPeople, type MemberView, saveMember, showTeam } from './contract.ts'
import type { ProjectMember } from './model.ts'
import { daysUsed, recusalHints, ruleInForce, whyNotDeclare, whyNotMember } from './rules.ts'
import { fieldworkRulesApi } from './rules-api.ts'
import * as store from './store.ts'
import { fieldworkRules } from './store-rules.ts'
import { tasksApi } from './tasks.ts'

/** The members of a project's team, each with the days used and what speaks for recusal. */
async function viewsOf(read: Reader, project: Project, desk: Pick<Desk, 'today'>): Promise<MemberView[]> {
  const members = await membersOf(read, project.id)
  const about = { unit: project.unit, project: project.id, accounts: members.map((member) => member.account) }
  const declarations = await store.declarationsOf(read, project.id)
  const posts = await store.postsInUnit(read, about)
  const audits = await store.auditsOfUnit(read, about)
  const worked = await store.workDaysOf(read, project.id)
  const recused = await store.recusedAmong(read, project, desk.today)
  const rules = await rulesFor(read, project, desk)
  return members.map((member) => {
    const declaration = declarations.find((each) => each.account === member.account) ?? null
    const own = <R extends { account: string }>(rows: readonly R[]) => rows.filter((row) => row.account === member.account)
    const ended = own(audits).flatMap((each) => {
      const on = each.leftOn ?? each.reportedOn ?? each.startedOn
      return on ? [{ title: each.title, on }] : []
    })
    const past = { declaration, posts: own(posts), audits: ended, recused: recused.has(member.account) }
    return {
      ...member,
      used: daysUsed(own(worked)),
      declared: declaration?.ground ?? null,
      declarationVersion: declaration?.version ?? 0,
      hints: recusalHints(past, rules, desk.today),
    }
  })
}

async function rulesFor(read: Reader, project: Project, { today }: Pick<Desk, 'today'>) {
  const rules = await fieldworkRules(read)
  const at = { place: project.jurisdiction, on: today }
  return { formerPost: ruleInForce(rules, 'formerPostYears', at), priorAudit: ruleInForce(rules, 'priorAuditYears', at) }
}

const team = serve(showTeam, async (desk) => {
  const project = await knownProject(desk.read, desk.actor, desk.input.project)
  return { members: await viewsOf(desk.read, project, desk), rules: await fieldworkRules(desk.read) }
})

const people = serve(listPeople, async ({ input, actor, read, today }) => {
  const project = await knownProject(read, actor, input.project)
  return store.auditorsOf(read, { place: project.jurisdiction, on: today })
})

const member = serve(saveMember, (desk) =>
  desk.change(`project:${desk.input.project}`, async (tx) => {
    const { input, today } = desk
    const project = await lockProject(tx, desk.actor, input.project)
    const before = await standing(tx, store.memberShelf, input)
    const person = (await store.auditorsOf(tx, { place: project.jurisdiction, on: today })).find((each) => each.account === input.account)
    const name = person?.name ?? before?.name
    if (name === undefined) return stopIfUnknown(input.account)
    const joinedOn = input.joinedOn ?? before?.joinedOn ?? today
    const row: ProjectMember = { ...input, name, joinedOn, ...stamped(input, before) }
    const recused = (await store.recusedAmong(tx, project, today)).has(row.account)
    stopIf(whyNotMember({ ...row, id: input.id }, await membersOf(tx, project.id), { recused }))
    await store.memberShelf.keep(tx, row)
    return savedAs(row)
  }),
)
function stopIfUnknown(given: string): never {
  stopIf(refuse('teamAccountUnknown', { given }))
  throw new Error('unreachable')
}

const declare = serve(declareRecusal, (desk) =>
  desk.change(`project:${desk.input.project}`, async (tx) => {
    const { input, actor, today } = desk
    await lockProject(tx, actor, input.project)
    const members = await membersOf(tx, input.project)
    stopIf(members.some((each) => each.account === actor.account) ? null : refuse('declareNotMember'))
    stopIf(whyNotDeclare(input, today))
    const before = (await store.declarationsOf(tx, input.project)).find((each) => each.account === actor.account)
    stopIfChanged({ given: input.version, kept: before?.version ?? 0 })
    const { ground, leftUnitOn } = input
    const version = (before?.version ?? 0) + 1
    const row = {
      id: before?.id ?? newId(),
      project: input.project,
      account: actor.account,
      ground,
      leftUnitOn,
      declaredOn: today,
      version,
    }
    await store.keepDeclaration(tx, row)
    return savedAs(row)
  }),
)

export const teamApi: readonly Handler[] = [team, people, member, declare, ...tasksApi, ...fieldworkRulesApi]
