import type { Phrase } from '../../kernel/say.ts'

/** What the launcher says when the shipped database cannot be used. */
export const words = {
  unsupported: {
    zh: '本机（{machine}）没有可用的内置数据库，请安装 PostgreSQL 15–18 并设置 DATABASE_URL',
    en: 'No database is shipped for this machine ({machine}): install PostgreSQL 15-18 and set DATABASE_URL',
  },
  engineBroken: {
    zh: '内置数据库程序无法在本机（{machine}）运行：{reason}。可设置 DATABASE_URL 改用自备的 PostgreSQL',
    en: 'The shipped database does not run on this machine ({machine}): {reason}. Set DATABASE_URL to use a PostgreSQL of your own',
  },
  noSystemUser: {
    zh: '数据库不能以 root 身份运行，且无法建立或使用系统用户 {user}：{reason}。请改用普通用户启动，或设置 DATABASE_URL',
    en: 'The database must not run as root and the system user {user} could not be made or used: {reason}. Start as an ordinary user or set DATABASE_URL',
  },
  notYours: {
    zh: '数据目录 {folder} 属于其他用户，请用该用户启动，或用 GUANTONG_DATA 另指目录',
    en: 'The data folder {folder} belongs to another user: start as that user or choose another folder with GUANTONG_DATA',
  },
  outOfReach: {
    zh: '{folder} 中已有数据库，但其所有者无法进入上级目录，请开放上级目录的通行权限（chmod o+x）后重试',
    en: 'There is a database in {folder} but its owner may not pass the folders above it: allow passage (chmod o+x) and start again',
  },
  otherVersion: {
    zh: '{folder} 由 PostgreSQL {found} 建立，本版本使用 {wanted}，请先用原版本备份再恢复',
    en: '{folder} was made by PostgreSQL {found}, this version uses {wanted}: back up with the old version, then restore',
  },
  initFailed: { zh: '无法建立数据库：{reason}', en: 'The database could not be created: {reason}' },
  startFailed: { zh: '数据库无法启动（日志 {log}）：{reason}', en: 'The database did not start (log {log}): {reason}' },
  stillStarting: { zh: '数据库迟迟未就绪（日志 {log}），请稍后重试', en: 'The database is still not ready (log {log}): try again later' },
  busy: {
    zh: '另一进程（{pid}）正在启动或停止数据库，请稍后重试',
    en: 'Another process ({pid}) is starting or stopping the database: try again later',
  },
} as const satisfies Record<string, Phrase>
