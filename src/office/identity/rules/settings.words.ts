import type { SettingName } from './settings.ts'

/** What each setting of security is called, with its unit. */
export const settingSays: Readonly<Record<SettingName, { zh: string; en: string }>> = {
  idleMinutes: { zh: '闲置多久自动退出（分钟）', en: 'Idle time until a session ends (minutes)' },
  absoluteMinutes: { zh: '一次登录最长（分钟）', en: 'Longest session (minutes)' },
  freeFailures: { zh: '不须等待的输错次数', en: 'Failures that cost no waiting' },
  backoffSeconds: { zh: '首次等待（秒），此后逐次加倍', en: 'First waiting (seconds), then doubling' },
  lockFailures: { zh: '输错几次锁定', en: 'Failures until the lock' },
  lockMinutes: { zh: '首次锁定（分钟），此后逐次加倍', en: 'First lock (minutes), then doubling' },
  addressFailures: { zh: '同一网络地址失败几次须等待', en: 'Failures of one address until it waits' },
  passwordLeast: { zh: '密码最短位数', en: 'Shortest password' },
  passwordHistory: { zh: '不得重复的旧密码个数', en: 'Former passwords not to be used again' },
  passwordDays: { zh: '密码有效天数（0 为不限）', en: 'Days a password holds (0 = no end)' },
  codeRoles: { zh: '必须使用动态口令的角色', en: 'Roles that must use a second factor' },
  codeSkewSteps: { zh: '动态口令前后容许步数（每步 30 秒）', en: 'Steps of 30 seconds a code may be off' },
  tokenDays: { zh: '机器令牌最长天数', en: 'Longest life of a machine token (days)' },
  addressPerMinute: { zh: '同一网络地址每分钟请求上限（0 为不限）', en: 'Requests a minute of one address (0 = no limit)' },
  accountPerMinute: { zh: '同一账号每分钟请求上限（0 为不限）', en: 'Requests a minute of one account (0 = no limit)' },
  signInPerMinute: { zh: '同一网络地址每分钟登录上限（0 为不限）', en: 'Sign-ins a minute of one address (0 = no limit)' },
}
