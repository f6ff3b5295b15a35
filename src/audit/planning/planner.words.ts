/** What the planner says: refusals of an instance, reasons of a plan, rules broken, and the command line. */
export const words = {
  verb: {
    plan: { zh: '审计计划：求解、核对、说明、诊断', en: 'audit plan: solve, check, explain, diagnose' },
  },
  phase: {
    prices: { zh: '求下界', en: 'bound' },
    search: { zh: '求方案', en: 'plan' },
  },
  /** How a window is called in the sentences below. */
  window: { zh: '第 {window} 期', en: 'window {window}' },
  cli: {
    progress: { zh: '下界 {bound} · 方案 {cost} · 差距 {gap}', en: 'bound {bound} · plan {cost} · gap {gap}' },
    solved: {
      zh: '安排 {items} 项；代价 {cost}，下界 {bound}，差距 {gap}；未满足：必审 {mandatory}，到期 {deadline}',
      en: '{items} audits; cost {cost}, bound {bound}, gap {gap}; missed: mandatory {mandatory}, deadlines {deadline}',
    },
    feasible: { zh: '到期与必审均可落实', en: 'Every duty can be kept' },
    diagnosing: { zh: '正在推算哪里必须让步', en: 'Working out what must give' },
    infeasible: { zh: '不能全部落实，冲突 {count} 处：', en: 'Not every duty can be kept; {count} conflicts:' },
    sound: { zh: '核对无误；代价 {cost}', en: 'Nothing broken; cost {cost}' },
    unsound: { zh: '违反 {count} 处；代价 {cost}', en: '{count} broken; cost {cost}' },
  },
  /** Why a subject is in, why there, and why not; `text` of a reason. Leaving dates stand only in facts, and only as the duty's own word. */
  reason: {
    inFrozen: { zh: '{year} 年的安排已批准并已冻结', en: 'The audit in {year} is approved and frozen' },
    inPinned: { zh: '{year} 年由人工锁定', en: 'Pinned to {year} by hand' },
    inDuty: { zh: '{year} 年列入必审（{why}），只有这一次满足', en: 'Mandatory ({why}); only the audit in {year} meets it' },
    inOverdue: {
      zh: '{class} 类应每 {frequency} 年一审，{due} 年已到期，到 {year} 年逾期 {years} 年',
      en: 'Class {class}, every {frequency} years: due in {due}, {years} years overdue by {year}',
    },
    inDue: {
      zh: '{class} 类应每 {frequency} 年一审，上次 {last} 年，{due} 年到期',
      en: 'Class {class}, every {frequency} years: last in {last}, due in {due}',
    },
    inPatrol: { zh: '{year} 年与巡察同期（第 {patrolWindow} 期）', en: 'Together with the patrol in {year}, window {patrolWindow}' },
    inGroup: { zh: '{year} 年与同组“{group}”的 {others} 个对象同年安排', en: 'In {year} with {others} others of the group {group}' },
    inExposure: {
      zh: '风险 {risk} 分，距上次已 {age} 年，{year} 年审计所降风险最多',
      en: 'Risk {risk}, {age} years since the last audit: {year} lowers the exposure most',
    },
    placeOnly: { zh: '{year} 年只有第 {window} 期“{team}”可用', en: 'In {year} only window {window} of team {team} is allowed' },
    placeBest: {
      zh: '{year} 年第 {window} 期“{team}”：{choices} 个可选时段中没有代价更低的',
      en: '{year} window {window}, team {team}: none of the {choices} allowed slots costs less',
    },
    placeFull: {
      zh: '{year} 年第 {window} 期“{team}”：代价更低的第 {otherWindow} 期“{otherTeam}”只余 {free} 人天，需 {effort}',
      en: '{year} window {window}, team {team}: the cheaper window {otherWindow} of {otherTeam} has {free} days left, {effort} needed',
    },
    placeUnit: {
      zh: '{year} 年第 {window} 期“{team}”：第 {otherWindow} 期“{otherTeam}”代价更低，但须与同单位官员同组同期，或改动已批准的安排',
      en: '{year} window {window}, team {team}: window {otherWindow} of {otherTeam} costs less, but the unit shares one slot or the approved one is kept',
    },
    forbidden: { zh: '{year} 年不得安排：{rule}（{record}）', en: 'Not allowed in {year}: {rule} ({record})' },
    notDue: {
      zh: '{year} 年尚不需要：上次 {last} 年，{due} 年才到期；提前安排多付 {loss} 分',
      en: 'Not needed in {year}: last in {last}, due in {due}; it would cost {loss} points more',
    },
    crowdedOut: {
      zh: '{year} 年无余量：安排可省 {gain} 分、需 {effort} 人天，但 {fullYear} 年已满（{full}）',
      en: 'No room in {year}: it would save {gain} points and take {effort} days, but {fullYear} is full ({full})',
    },
    sync: {
      zh: '{year} 年不单独安排：与同组“{group}”同年更省，单列多付 {split} 分',
      en: 'Not alone in {year}: kept with its group {group}, {split} points saved',
    },
  },
  /** What must give, line by line. */
  gives: {
    days: { zh: '{year} 年缺 {amount} 人天（借调或购买服务）', en: '{year}: {amount} person-days short (lend or hire)' },
    daysWhere: {
      zh: '{year} 年缺 {amount} 人天（借调或购买服务），其中：{where}',
      en: '{year}: {amount} person-days short (lend or hire), of these {where}',
    },
    ceiling: { zh: '{year} 年片区“{district}”上限少 {amount} 项', en: '{year}: the ceiling of district {district} is {amount} too low' },
    ceilings: { zh: '{year} 年各片区上限共少 {amount} 项：{districts}', en: '{year}: ceilings are {amount} too low: {districts}' },
    postpone: { zh: '{class} 类 {count} 个对象延后：{subjects}', en: 'Postpone {count} of class {class}: {subjects}' },
    handover: {
      zh: '{class} 类 {count} 个对象本轮以交接制度代替：{subjects}',
      en: 'Hand over instead of {count} audits of class {class}: {subjects}',
    },
    mandatory: { zh: '提请调整 {count} 个必审对象：{subjects}', en: 'Ask to change {count} mandatory subjects: {subjects}' },
    neverMandatory: {
      zh: '{count} 个必审对象在规定年份没有任何可用安排：{subjects}',
      en: '{count} mandatory subjects have no allowed option: {subjects}',
    },
    neverDeadline: { zh: '{count} 个对象无论如何都会逾期：{subjects}', en: '{count} subjects are overdue whatever is planned: {subjects}' },
    unpin: { zh: '解除“{subject}”的锁定', en: 'Unpin {subject}' },
  },
  repair: {
    grant: { zh: '增加人天、提高片区上限，到期与必审全部落实', en: 'Grant days and ceilings: every duty is kept' },
    raise: { zh: '不增人天：提高片区上限，其余延后', en: 'No more days: raise ceilings, postpone the rest' },
    handover: {
      zh: '不增条件：离任和最轻类别以交接制度代替，其余优先',
      en: 'Grant nothing: hand over instead for leavers and the lightest class',
    },
    giveUp: { zh: '都不增加：按现有条件延后或提请调整', en: 'Grant nothing: postpone or ask to change' },
    unpinOne: { zh: '解除前者的锁定', en: 'Unpin the first' },
    unpinOther: { zh: '解除后者的锁定', en: 'Unpin the other' },
  },
  violation: {
    unknownSubject: { zh: '对象“{subject}”不在实例中', en: 'No subject {subject}' },
    unknownTeam: { zh: '审计组“{team}”不在实例中', en: 'No team {team}' },
    outsideHorizon: {
      zh: '“{subject}”安排在 {year} 年第 {window} 期，不在计划期内',
      en: '{subject}: {year} window {window} lies outside the horizon',
    },
    twiceAYear: { zh: '“{subject}”在 {year} 年安排了两次', en: '{subject} is audited twice in {year}' },
    skillMissing: { zh: '“{subject}”所需专业，审计组“{team}”不具备', en: 'Team {team} lacks the skill for {subject}' },
    teamRecused: { zh: '审计组“{team}”应回避“{subject}”', en: 'Team {team} is recused from {subject}' },
    yearBanned: { zh: '“{subject}”在 {year} 年不得安排', en: '{subject} may not be audited in {year}' },
    patrolWindow: {
      zh: '“{subject}”在 {year} 年应与巡察同期，不能安排在第 {window} 期',
      en: '{subject} in {year} must share the patrol’s window',
    },
    overCapacity: {
      zh: '审计组“{team}”{year} 年第 {window} 期用 {days} 人天，只有 {limit}',
      en: 'Team {team} in {year} window {window}: {days} of {limit} days',
    },
    overCeiling: {
      zh: '“{district}”{year} 年安排 {audits} 项，上限 {ceiling}',
      en: 'District {district} in {year}: {audits} audits, ceiling {ceiling}',
    },
    tooSoonAgain: {
      zh: '“{subject}”{before} 年与 {year} 年两次间隔不足 {gap} 年',
      en: '{subject}: {before} and {year} are less than {gap} years apart',
    },
    unitApart: {
      zh: '“{subject}”与“{other}”同属一个单位，{year} 年应同组同期',
      en: '{subject} and {other} of one unit must share window and team in {year}',
    },
    pinNotKept: {
      zh: '“{subject}”锁定在 {year} 年第 {window} 期“{team}”，未执行',
      en: '{subject}: the pin to {year} window {window} team {team} is not kept',
    },
    frozenChanged: {
      zh: '“{subject}”{year} 年第 {window} 期“{team}”已冻结，却被改动',
      en: '{subject}: frozen {year} window {window} team {team} was changed',
    },
    frozenAdded: {
      zh: '“{subject}”新排在已冻结的 {year} 年第 {window} 期',
      en: '{subject} was added to the frozen {year} window {window}',
    },
    costWrong: { zh: '所报代价 {said}，重算为 {found}', en: 'Cost said {said}, reckoned {found}' },
    boundAboveCost: { zh: '所报下界 {bound} 高于代价 {cost}', en: 'Bound {bound} is above the cost {cost}' },
    gapWrong: { zh: '所报差距 {said}，重算为 {found}', en: 'Gap said {said}, reckoned {found}' },
    missedWrong: { zh: '所报未满足（{what}）{said} 个，实为 {found} 个', en: 'Missed {what}: said {said}, reckoned {found}' },
  },
  refusal: {
    plannerFile: { zh: '找不到文件“{file}”', en: 'No file “{file}”' },
    plannerJson: { zh: '“{file}”不是有效的 JSON', en: '“{file}” is not valid JSON' },
    plannerField: { zh: '“{file}”：{record}字段 {field} 有误（{problem}）', en: '“{file}”: {record}field {field} is wrong ({problem})' },
    plannerOption: { zh: '{option} 应为不小于 {least} 的数', en: '{option} must be a number of at least {least}' },
    plannerTwice: { zh: '字段 {field}：编号“{value}”重复', en: 'Field {field}: “{value}” is given twice' },
    plannerUnknown: { zh: '“{record}”的字段 {field}：没有“{value}”', en: '“{record}”, field {field}: there is no “{value}”' },
    plannerRows: {
      zh: '“{record}”的字段 {field}：有 {given} 格，应为 {wanted} 格',
      en: '“{record}”, field {field}: {given} entries, {wanted} wanted',
    },
    plannerWindow: {
      zh: '“{record}”的字段 {field}：第 {value} 期超出每年 {windows} 期',
      en: '“{record}”, field {field}: window {value}, a year has {windows}',
    },
    plannerYear: {
      zh: '“{record}”的字段 {field}：{value} 年不在 {from}—{until} 年内',
      en: '“{record}”, field {field}: {value} is outside {from}–{until}',
    },
    plannerApprovedTwice: { zh: '字段 approved：“{subject}”在 {year} 年有两项', en: 'Field approved: “{subject}” stands twice in {year}' },
    plannerPlanUnsound: { zh: '该方案不可用：{problem}', en: 'The plan cannot be used: {problem}' },
    plannerNoSubject: { zh: '实例中没有对象“{subject}”', en: 'The instance has no subject “{subject}”' },
    pinFrozen: {
      zh: '“{subject}”的 pin：{year} 年第 {window} 期已冻结，不能新排',
      en: '“{subject}”, pin: {year} window {window} is frozen',
    },
    pinBanned: { zh: '“{subject}”的 pin：{year} 年不得安排审计（banYears）', en: '“{subject}”, pin: {year} is banned (banYears)' },
    pinPatrol: {
      zh: '“{subject}”的 pin：{year} 年应与巡察同在第 {patrol} 期，不能在第 {window} 期',
      en: '“{subject}”, pin: in {year} only the patrol’s window {patrol}, not {window}',
    },
    pinRecused: { zh: '“{subject}”的 pin：审计组“{team}”应回避', en: '“{subject}”, pin: team “{team}” is recused' },
    pinSkill: {
      zh: '“{subject}”的 pin：审计组“{team}”不具备专业“{skill}”',
      en: '“{subject}”, pin: team “{team}” lacks the skill “{skill}”',
    },
    pinCapacity: {
      zh: '“{subject}”的 pin：审计组“{team}”{year} 年第 {window} 期只有 {days} 人天，需 {effort}',
      en: '“{subject}”, pin: team “{team}” has {days} days in {year} window {window}, {effort} needed',
    },
    pinsCrowded: {
      zh: '“{subject}”与“{other}”的 pin 相互冲突：审计组“{team}”{year} 年第 {window} 期共需 {needed} 人天，只有 {days}',
      en: 'Pins of “{subject}” and “{other}” contradict: team “{team}” in {year} window {window} needs {needed} days and has {days}',
    },
    pinsCeiling: {
      zh: '“{subject}”与“{other}”等 {count} 个 pin 相互冲突：“{district}”{year} 年上限 {ceiling} 项',
      en: '{count} pins, of “{subject}”, “{other}” and so on, contradict: district “{district}” has a ceiling of {ceiling} in {year}',
    },
    pinsUnit: {
      zh: '“{subject}”与“{other}”的 pin 相互冲突：同属单位“{unit}”，{year} 年应同组同期',
      en: 'Pins of “{subject}” and “{other}” contradict: one unit “{unit}”, one slot in {year}',
    },
    pinsGap: {
      zh: '“{subject}”的 pin（{year} 年与 {otherYear} 年）与已冻结的安排相互冲突：两次间隔不足 {gap} 年',
      en: '“{subject}”, pin: {year} and {otherYear} are less than {gap} years apart, one of them frozen',
    },
  },
} as const
