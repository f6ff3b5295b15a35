/** How a due day explains itself, step by step. */
export const words = {
  unit: {
    workingDay: { zh: '个工作日', en: 'working days' },
    calendarDay: { zh: '日', en: 'days' },
    month: { zh: '个月', en: 'months' },
    year: { zh: '年', en: 'years' },
    yearEnd: { zh: '年后的年底', en: 'years on, at the end of the year' },
    open: { zh: '（以文书载明或无届满日）', en: '(as the document states, or without end)' },
  },
  step: {
    startAfter: { zh: '自 {from} 的次日 {first} 起算', en: 'Counting starts on {first}, the day after {from}' },
    startSame: { zh: '自 {from} 当日起算', en: 'Counting starts on {from} itself' },
    startLater: { zh: '自 {from} 之后第 {offset} 日 {first} 起算', en: 'Counting starts on {first}, {offset} days after {from}' },
    startBefore: { zh: '以 {from} 为基准，自前一日 {first} 起倒算', en: 'Counting runs backwards from {first}, the day before {from}' },
    startYear: { zh: '自 {from} 所在年度起算', en: 'Counted from the year of {from}' },
    holiday: {
      zh: '{from} 至 {until} {note}放假，{days} 个非周末日不计入',
      en: '{from} to {until} {note}: {days} weekdays off are not counted',
    },
    makeUp: { zh: '{day}（{note}）为调休上班日，计入', en: '{day} ({note}) is a make-up working day and is counted' },
    weekends: { zh: '期间周末 {days} 天不计入', en: '{days} days of weekends are not counted' },
    countedWorking: { zh: '第 {amount} 个工作日为 {day}', en: 'Working day number {amount} is {day}' },
    countedDays: { zh: '满 {amount} 日为 {day}', en: '{amount} days end on {day}' },
    countedMonths: { zh: '满 {amount} 个月为 {day}', en: '{amount} months end on {day}' },
    countedYears: { zh: '满 {amount} 年为 {day}', en: '{amount} years end on {day}' },
    countedYearEnd: { zh: '届满日为当年年底 {day}', en: 'The term ends with the year, on {day}' },
    countedAtOnce: { zh: '当日即届至：{day}', en: 'At once, on {day}' },
    countedBackWorking: {
      zh: '倒数第 {amount} 个工作日为 {day}，最迟应于该日办理',
      en: 'Counted back, working day number {amount} is {day}: the last day that is early enough',
    },
    countedBack: { zh: '最迟应于 {day} 办理', en: '{day} is the last day that is early enough' },
    monthEnd: {
      zh: '到期月没有对应日，以月末日 {day} 为期间的最后一日',
      en: 'The last month has no such day, so its last day {day} counts',
    },
    suspended: { zh: '{from} 至 {until} 中止计算，{days} 日不计入', en: '{from} to {until} is suspended: {days} days are not counted' },
    rolled: { zh: '{day} 为非工作日（{note}），顺延至 {due}', en: '{day} is no working day ({note}); moved on to {due}' },
    rolledBack: { zh: '{day} 为非工作日（{note}），提前至 {due}', en: '{day} is no working day ({note}); moved back to {due}' },
    rolledWeekend: { zh: '{day} 为周末，顺延至 {due}', en: '{day} is a weekend; moved on to {due}' },
    rolledBackWeekend: { zh: '{day} 为周末，提前至 {due}', en: '{day} is a weekend; moved back to {due}' },
    provisional: {
      zh: '{year} 年放假安排未入库，暂按周末推算，期限为暂定',
      en: 'The holidays of {year} are not on file; weekends only were assumed, so the day is provisional',
    },
    unverified: { zh: '该期限的依据尚未核对原文', en: 'This rule has not been checked against the official text' },
  },
} as const
