import { expect, type Page } from '@playwright/test'
import { asked, csv, done, expectAccessible, importFiles, signIn, test, unheard, walkTo } from './support.ts'

const proof = { name: '回证.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('signed') }

/** One person's hand at a case: signs in and opens its room. */
async function at(page: Page, account: string, path: string): Promise<void> {
  await signIn(page, account)
  await page.goto(path)
}

/** A step's button opens its form; what is told is filled in by label, and the form is sent. */
async function step(page: Page, name: string, told: Record<string, string> = {}): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click()
  const form = page.getByRole('form', { name, exact: true })
  for (const [label, text] of Object.entries(told)) await form.getByLabel(label, { exact: true }).fill(text)
  await form.getByRole('button', { name, exact: true }).click()
  await expect(form).toHaveCount(0)
}

/** Opens a paper from its row, at the address of its link: the room above it still fills while it is looked for. */
async function openPaper(page: Page, row: RegExp): Promise<void> {
  const link = page.getByRole('row', { name: row }).getByRole('link')
  await walkTo(page, (await link.getAttribute('href')) ?? '')
}

/** Completes a paper of the case as the clerk would: every obligatory field that is still empty, then save. */
async function complete(page: Page, kind: string, own: Record<string, string> = {}): Promise<void> {
  await openPaper(page, new RegExp(`^${kind} .*草稿`))
  await expect(page.getByRole('button', { name: '保存', exact: true })).toBeVisible()
  const needed = page.getByLabel(/（必填）$/)
  for (const field of await needed.all()) {
    if ((await field.inputValue()) !== '') continue
    const label = (await field.evaluate((node) => document.querySelector(`label[for="${node.id}"]`)?.textContent ?? '')).replace(
      /\s*（必填）$/,
      '',
    )
    const isDay = (await field.getAttribute('type')) === 'date'
    await field.fill(own[label] ?? (isDay ? '2026-12-01' : `${label}：按规定办理。`))
  }
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByRole('link', { name: 'v1', exact: true })).toBeVisible()
}

const today = async (page: Page): Promise<string> => (await (await page.request.get('/api/identity.me')).json()).today

/** Proves the service of a paper on the official and on the unit, or on one of them. */
async function serve(page: Page, paper: string, whom = [0, 1]): Promise<void> {
  const servedOn = await today(page)
  for (const [at, index] of whom.entries()) {
    const form = page.getByRole('form', { name: '登记送达' })
    await form.getByLabel('文书', { exact: true }).selectOption({ label: paper })
    await form.getByLabel('收件人').selectOption({ index })
    await form.getByLabel('送达日期').fill(servedOn)
    await form.getByLabel('签收人').fill('王文书')
    await form.getByLabel(/送达回证/).setInputFiles(proof)
    await form.getByRole('button', { name: '登记送达' }).click()
    await expect(page.getByText(new RegExp(`^${paper} →`))).toHaveCount(at + 1)
  }
}

const says = '按规定办理'
const number = `E2E-${unheard()}`

/** The lead auditor opens the audit of an official who held several posts, and forms its team. Answers the address of its room. */
async function opened(page: Page): Promise<string> {
  await signIn(page, 'lead')
  const { rows } = await (await page.request.get('/api/auditees.list?keyword=LJ0001')).json()
  await page.goto(`/projects/new?unit=${rows[0].tenure.unit}&official=${rows[0].id}&kind=departure`)
  const form = page.getByRole('form', { name: '立项' })
  await expect(form.getByRole('group', { name: '一并审计的职务' }).getByRole('checkbox', { checked: true }).first()).toBeVisible()
  await form.getByLabel('审计单位').fill('澜江市审计局')
  await form.getByLabel('审计期间起').fill('2023-01-01')
  await form.getByLabel('审计期间止').fill('2025-12-31')
  await form.getByLabel('项目编号').fill(number)
  await form.getByRole('button', { name: '立项' }).click()
  await page.waitForURL(/\/projects\/[0-9a-f-]{36}/)
  await page.getByRole('button', { name: '组成审计组' }).click()
  const team = page.getByRole('form', { name: '组成审计组' })
  await team.getByRole('checkbox', { name: '沈一凡' }).check()
  await team.getByLabel('沈一凡 分工').selectOption({ label: '组长' })
  await team.getByRole('checkbox', { name: '陆川' }).check()
  await team.getByLabel('回避声明情况').fill('均无应回避情形')
  await team.getByRole('button', { name: '组成审计组' }).click()
  await expect(page.getByText('审计组已组成').first()).toBeVisible()
  return new URL(page.url()).pathname
}

/** From the notice into the field: signed with the next number, proven served, and entered at once by the urgent exception. */
async function entered(page: Page, path: string): Promise<void> {
  await at(page, 'clerk', path)
  await complete(page, '审计通知书')
  await at(page, 'director', path)
  await step(page, '签发审计通知书', { 说明: says })
  await openPaper(page, /^审计通知书 .*已印发/)
  await expect(page.getByText('校验一致')).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: '下载 Word' }).click()
  expect((await download).suggestedFilename()).toMatch(/澜审经责通.*\.docx$/)
  await at(page, 'clerk', path)
  await serve(page, '审计通知书')
  await at(page, 'director', path)
  await step(page, '批准审计实施方案', { 说明: '局长办公会同意' })
  await at(page, 'lead', path)
  await expect(page.getByText(/不足法定工作日，最早/)).toBeVisible()
  await at(page, 'director', path)
  await step(page, '批准紧急进点', { 理由: '有证据证明正在转移资料', 审批文号: '澜审批〔2026〕3号' })
  await at(page, 'lead', path)
  await step(page, '进点', { 说明: says })
  await step(page, '开始取证', { 说明: says })
}

/** In the field: a problem is registered, evidence taken behind it, opinions heard, the team reports. */
async function reported(page: Page, path: string): Promise<void> {
  await signIn(page, 'clerk')
  const columns = '问题编号,项目编号,标题,问题类别,事实,单位编号,依据,责任人编号,责任类型'
  const { unit } = await (await page.request.get(`/api/projects.room?id=${path.split('/').at(-1)}`)).json()
  const row = `${number}-1,${number},往来款长期未清理,F03-04,往来款86.00万元挂账三年以上。,${unit.number},《中华人民共和国会计法》第十七条,LJ0001,领导责任`
  await importFiles(page, 'findings', [csv('问题.csv', [columns, row])])
  await at(page, 'auditor', `${path}/fieldwork?tab=evidence`)
  await page.getByRole('button', { name: '登记取证单' }).click()
  const sheet = page.getByRole('form')
  await sheet.getByLabel(/^取证事项/).fill('往来款挂账情况')
  await sheet.getByLabel(/^证据日期/).fill('2026-06-30')
  await sheet.getByLabel(/^提供单位或个人/).fill('财务科')
  await sheet.getByLabel(/^事实摘要/).fill('明细账显示挂账86.00万元')
  await sheet.getByLabel('文件', { exact: true }).setInputFiles({ ...proof, name: '明细账.jpg' })
  await sheet.getByRole('button', { name: '保存取证单' }).click()
  await page
    .getByRole('button', { name: /^用作问题证据/ })
    .first()
    .click()
  await page.getByRole('form').getByLabel(/^问题/).selectOption({ index: 0 })
  await page.getByRole('form').getByRole('button', { name: '用作问题证据' }).click()
  await expect(page.getByText(`${number}-1`).first()).toBeVisible()
  await page.goto(path)
  await step(page, '听取意见', { 说明: says })
  await at(page, 'lead', path)
  await step(page, '提交审计组报告', { 说明: says })
}

/** The draft goes out; the official objects, a holiday moves the unit's last day, an ending is refused, and adoption is stated. */
async function adopted(page: Page, path: string): Promise<void> {
  await at(page, 'clerk', path)
  await complete(page, '审计报告（征求意见稿）')
  await page.goto(path)
  await complete(page, '审计报告征求意见书')
  await at(page, 'lead', path)
  await step(page, '发出征求意见稿', { 说明: says })
  await at(page, 'clerk', path)
  await serve(page, '征求意见稿')
  const clocks = await (await page.request.get(`/api/projects.deadlines?id=${path.split('/').at(-1)}`)).json()
  const due: string = clocks.find((each: { rule: string }) => each.rule === 'reply.draft').dueOn
  await at(page, 'director', `/calendar?year=${due.slice(0, 4)}`)
  await page.getByRole('button', { name: new RegExp(`^${due}`) }).click()
  const day = page.getByRole('dialog')
  await day.getByText('非工作日', { exact: true }).click()
  await day.getByLabel('说明').fill('地方假日')
  await day.getByRole('button', { name: '保存' }).click()
  await expect(day).toHaveCount(0)

  await at(page, 'official', '/my-audits')
  await replyOf(page, { 意见: '不同意', 说明: '该事项发生在任职之前' })
  await at(page, 'unit', '/my-audits')
  await replyOf(page, { 意见: '同意' })
  await at(page, 'committee', path)
  await expect(page.getByText(/工作日历变动/).first()).toBeVisible()
  await expectAccessible(page)
  await step(page, '提请终止', { 理由: '被审计领导干部因病住院' })
  await step(page, '登记商请意见', { 征求单位: '市委组织部', 答复: '可以继续审计', 日期: await today(page) })
  await at(page, 'secretary', path)
  await step(page, '审计委员会不予终止', { 审计委员会批复文号: '澜审委〔2026〕8号' })
  await at(page, 'lead', path)
  const answer = page.getByRole('form', { name: '说明是否采纳意见' })
  await answer.getByLabel('结论').selectOption({ label: '部分采纳' })
  await answer.getByLabel('理由').fill('已核减相应金额')
  await answer.getByRole('button', { name: '说明是否采纳意见' }).click()
  await expect(page.getByText('已核减相应金额').first()).toBeVisible()
  await step(page, '作出意见采纳说明', { 说明: says })
}

/** A party's word on the whole draft of its latest audit, which stands first. */
async function replyOf(page: Page, told: { 意见: string; 说明?: string }): Promise<void> {
  const forms = page.getByRole('form', { name: '答复征求意见稿 全稿' })
  await expect(forms.first()).toBeVisible()
  const before = await forms.count()
  await forms.first().getByLabel('意见').selectOption({ label: told.意见 })
  if (told.说明) await forms.first().getByLabel('说明').fill(told.说明)
  await forms.first().getByRole('button', { name: '答复征求意见稿' }).click()
  await expect(forms).toHaveCount(before - 1)
}

/** Two reviewers, the meeting, the report and its short form under the next numbers; proven served. */
async function delivered(page: Page, path: string): Promise<void> {
  await at(page, 'reviewer', path)
  await step(page, '经责复核', { 说明: '事实清楚' })
  await at(page, 'adjudicator', path)
  await step(page, '法制审理', { 说明: '定性准确' })
  await at(page, 'director', path)
  await page.getByRole('button', { name: '审计业务会议审定' }).click()
  const meeting = page.getByRole('form', { name: '审计业务会议审定' })
  await meeting.getByLabel('主持人').fill('魏正平')
  await meeting.getByLabel('会议纪要').fill('同意出具')
  for (const no of ['1', '2', '3']) await meeting.getByLabel(`姓名 ${no}`).fill(`委员${no}`)
  await meeting.getByLabel('表决').nth(2).selectOption({ label: '反对' })
  await meeting.getByLabel('保留意见').nth(2).fill('建议补充证据')
  await meeting.getByRole('button', { name: '审计业务会议审定' }).click()
  await expect(meeting).toHaveCount(0)
  await at(page, 'clerk', path)
  await complete(page, '经济责任审计报告')
  await page.goto(path)
  await complete(page, '经济责任审计结果报告')
  await at(page, 'director', path)
  const decision = { '审计决定书文号（没有则空）': `澜审经责决〔2026〕${number}号` }
  await step(page, '出具审计报告', { 审计结论: '较好地履行了经济责任', ...decision })
  await expect(page.getByText(/澜审经责报〔\d{4}〕\d+号/).first()).toBeVisible()
  await at(page, 'clerk', path)
  await serve(page, '审计报告')
  await serve(page, '审计决定书', [1])
}

/** A clock that runs is suspended and goes on again, both days standing beside it; a ruling is sought against the decision and taken up. */
async function suspended(page: Page, path: string): Promise<void> {
  await at(page, 'lead', path)
  const clock = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: '中止计时', exact: true }) })
  await expect(clock.first()).toBeVisible()
  const running = await clock.count()
  const day = await today(page)
  await step(page, '中止计时', { 日期: day, 理由: '等待有关机关协查' })
  await expect(page.getByText(`${day} 起中止计时：等待有关机关协查`)).toBeVisible()
  await step(page, '恢复计时', { 日期: day })
  await expect(page.getByText(`${day} 至 ${day} 中止计时：等待有关机关协查`)).toBeVisible()
  await expect(clock).toHaveCount(running)
  await step(page, '登记裁决、复议或诉讼', { 申请日期: day, 受理机关: '澜江市人民政府', 理由: '对处理决定有异议' })
  await step(page, '登记受理')
  await expect(page.getByRole('listitem').filter({ hasText: '提请政府裁决' }).getByText('已受理')).toBeVisible()
}

/** The official objects to the report; another group looks again, and the answer is given. */
async function reviewed(page: Page, path: string): Promise<void> {
  await at(page, 'official', '/my-audits')
  await page.getByRole('button', { name: '提出申诉', exact: true }).first().click()
  const objecting = page.getByRole('form', { name: '提出申诉' })
  await objecting.getByLabel('理由').fill('对责任界定有异议')
  await objecting.getByRole('button', { name: '提出申诉' }).click()
  await expect(objecting).toHaveCount(0)
  await at(page, 'committee', path)
  await page.getByRole('button', { name: '受理并指定复查组' }).click()
  const accept = page.getByRole('form', { name: '受理并指定复查组' })
  for (const name of ['顾云', '张敏']) await accept.getByRole('checkbox', { name }).check()
  await accept.getByRole('button', { name: '受理并指定复查组' }).click()
  await expect(accept).toHaveCount(0)
  await at(page, 'reviewer', path)
  await step(page, '提出复查意见', { 审计结论: '原认定恰当' })
  await at(page, 'committee', path)
  await page.getByRole('button', { name: '作出复查决定' }).click()
  const decision = page.getByRole('form', { name: '作出复查决定' })
  await decision.getByLabel('结论').selectOption({ label: '维持原报告' })
  await decision.getByLabel('理由').fill('责任界定恰当')
  await decision.getByRole('button', { name: '作出复查决定' }).click()
  await expect(decision).toHaveCount(0)
  await step(page, '召开结果反馈会', { 说明: '已反馈' })
}

test('one audit runs from its opening to the archive, with an objection, an ending that is refused and a changed holiday', async ({
  page,
}) => {
  test.setTimeout(300_000)
  const path = await opened(page)
  await entered(page, path)
  await reported(page, path)
  await adopted(page, path)
  await delivered(page, path)
  await suspended(page, path)
  await reviewed(page, path)
  await at(page, 'clerk', path)
  await page.getByRole('button', { name: '整理案卷目录' }).click()
  await expect(page.getByRole('heading', { name: /证明类 \([1-9]/ })).toBeVisible()
  const file = page.getByRole('form', { name: '加入案卷材料' })
  await file.getByLabel('类别').selectOption({ label: '备查类' })
  await file.getByLabel('材料名称').fill('内部请示')
  await file.getByRole('button', { name: '加入案卷材料' }).click()
  await expect(page.getByText('内部请示')).toBeVisible()
  await expect(page.getByRole('button', { name: '归档', exact: true })).toBeDisabled()
  await expect(page.getByText(/份文书只起草、未定稿印发（.*审计组名单/)).toBeVisible()
  await settled(page, path)
  await step(page, '归档', { 说明: says })
  await expect(page.getByText('已归档').first()).toBeVisible()
})

/** What was begun and never issued is withdrawn with the reason: one where it is listed, the others by request. */
async function settled(page: Page, path: string): Promise<void> {
  const one = page.getByRole('row', { name: /^审计组名单 .*草稿/ })
  await one.getByRole('button', { name: '撤回草稿', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: '撤回草稿' })
  await dialog.getByLabel('原因', { exact: true }).fill('已在系统外制作')
  await dialog.getByRole('button', { name: '确定', exact: true }).click()
  await expect(page.getByRole('row', { name: /^审计组名单 .*已作废/ })).toBeVisible()
  const { papers } = await asked(page, `documents.ofSubject?subject=project:${path.split('/').at(-1)}`)
  for (const { id, version, state } of papers)
    if (state === 'draft') await done(page, 'documents.withdrawDraft', { id, version, reason: '已在系统外制作' })
  await page.reload()
}

/** An audit of somebody who is in none yet, whose end is proposed and consulted on: only the approval is left. Answers its room. */
async function ending(page: Page): Promise<string> {
  await signIn(page, 'lead')
  const { rows } = await asked(page, 'auditees.list?limit=200')
  const inOffice = rows.filter((each: { number: string; tenure: unknown }) => each.number !== 'LJ0001' && each.tenure)
  const one = inOffice[Math.floor(Math.random() * inOffice.length)]
  const told = { unit: one.tenure.unit, subjects: [{ official: one.id }], kind: 'departure', year: 2026, auditedBy: '澜江市审计局' }
  const { id } = await done(page, 'projects.open', { ...told, number: `E2E-${unheard()}` })
  await signIn(page, 'committee')
  const { id: end, version } = await done(page, 'projects.proposeEnd', { id, version: 1, ground: 'underReview', reason: '正在接受审查' })
  const consulted = [{ body: '市委组织部', answer: '可以终止', on: await today(page) }]
  await done(page, 'projects.consultEnd', { id: end, version, consulted })
  return `/projects/${id}`
}

test('a termination that was consulted is approved by another hand, and nothing more can be done but read', async ({ page }) => {
  const path = await ending(page)
  await at(page, 'secretary', path)
  await step(page, '审计委员会批准终止', { 审计委员会批复文号: '澜审委〔2026〕9号' })
  await expect(page.getByRole('list').getByText('已终止').first()).toBeVisible()
  await expect(page.getByRole('heading', { name: '下一步' })).toHaveCount(0)
})

test('the portfolio draws itself in four ways, each an address, and a number opens its rows', async ({ page }) => {
  await signIn(page, 'lead')
  for (const view of ['gantt', 'board', 'calendar', 'map']) {
    await page.goto(`/portfolio?view=${view}&scope=all`)
    await expect(page.getByRole('heading', { level: 1, name: '项目总览' })).toBeVisible()
    await expectAccessible(page)
  }
  await page.goto('/portfolio?view=board&scope=all')
  await page.getByRole('link', { name: /^进点实施 \d+$/ }).click()
  await expect(page).toHaveURL(/\/projects\?state=/)
})
