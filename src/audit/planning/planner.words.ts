/** What the planner says: refusals of an instance, reasons of a plan, rules broken, and the command line. */
export const words = {
  verb: {
    plan: { zh: '审计计划：求解、核对、说明、诊断', en: 'audit plan: solve, check, explain, diagnose' },
  },
  phase: {
    prices: { zh: '求下界', en: 'bound' },
    search: { zh: '求方案', en: 'plan' },
  },
  cli: {
    progress: { zh: '下界 {bound} · 方案 {cost} · 差距 {gap}', en: 'bound {bound} · plan {cost} · gap {gap}' },
    solved: {
      zh: '安排 {items} 项；代价 {cost}，下界 {bound}，差距 {gap}；未满足：必审 {mandatory}，到期 {deadline}',
      en: '{items} audits; cost {cost}, bound {bound}, gap {gap}; missed: mandatory {mandatory}, deadlines {deadline}',
    },
    sound: { zh: '核对无误；代价 {cost}', en: 'Nothing broken; cost {cost}' },
    unsound: { zh: '违反 {count} 处；代价 {cost}', en: '{count} broken; cost {cost}' },
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
