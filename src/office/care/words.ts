export const words = {
  verb: {
    backup: { zh: '备份整套系统为一个文件', en: 'back the whole installation up into one file' },
    restore: { zh: '把备份恢复到一套空白安装', en: 'restore a backup into an empty installation' },
    selfcheck: { zh: '自检：数据库、文件、留痕、密钥、磁盘、任务', en: 'check database, files, trail, keys, disk and jobs' },
  },
  note: {
    backedUp: {
      zh: '已备份：{file}，{rows} 行、{files} 个文件。其中含密钥和全部数据，请按最高密级保管',
      en: 'Backed up: {file}, {rows} rows and {files} files. It holds the keys and all data: keep it as the most secret of them',
    },
    damaged: { zh: '以下文件已损坏，未放入备份：{names}', en: 'Damaged files, left out of the backup: {names}' },
    trailBroken: {
      zh: '备份已完成，但留痕核验未通过，请运行 guantong trail verify',
      en: 'Backed up, but the trail is broken: run guantong trail verify',
    },
    restored: {
      zh: '已恢复 {at} 的备份：{rows} 行、{files} 个文件，留痕 {entries} 条，与备份时一致',
      en: 'Restored the backup of {at}: {rows} rows, {files} files, {entries} entries of the trail, as they were then',
    },
  },
  check: {
    database: { zh: '数据库可用：PostgreSQL {version}', en: 'The database answers: PostgreSQL {version}' },
    unreachable: { zh: '检查时出错：{reason}', en: 'The check failed: {reason}' },
    migrations: { zh: '数据库结构为最新，迁移 {count} 个', en: 'The schema is up to date, {count} migrations' },
    migrationsOff: { zh: '数据库结构与程序不一致：{migration}', en: 'The schema is not that of the program: {migration}' },
    files: {
      zh: '记录所引用的文件共 {total} 个，已核对 {looked} 个，均完好',
      en: 'Records stand on {total} files; {looked} looked at, all sound',
    },
    filesOff: {
      zh: '记录所引用的文件共 {total} 个，已核对 {looked} 个，缺失 {missing} 个、损坏 {altered} 个：{names}',
      en: 'Records stand on {total} files; of {looked} looked at {missing} are missing and {altered} altered: {names}',
    },
    trail: { zh: '留痕完整，共 {rows} 条', en: 'The trail is whole, {rows} entries' },
    trailOff: { zh: '留痕有问题：{fault}', en: 'The trail is broken: {fault}' },
    disk: { zh: '磁盘可用 {free} GB，共 {total} GB', en: '{free} GB of {total} GB free' },
    diskLow: { zh: '磁盘空间不足：仅余 {free} GB，共 {total} GB', en: 'The disk is nearly full: {free} GB of {total} GB left' },
    office: { zh: '已安装 LibreOffice：{path}', en: 'LibreOffice is installed: {path}' },
    noOffice: {
      zh: '未安装 LibreOffice，不能生成 PDF、读取 .doc；其余不受影响',
      en: 'LibreOffice is not installed: no PDF, no .doc; all else works',
    },
    keys: { zh: '密钥齐全，仅本系统可读', en: 'Every key that is needed is there, readable by its owner only' },
    keysOff: { zh: '缺少密钥或权限过宽：{names}', en: 'Keys are missing or open to others: {names}' },
    jobs: { zh: '后台任务正常，待办 {waiting} 个', en: 'Background jobs run, {waiting} waiting' },
    jobsOff: {
      zh: '后台任务：{failed} 个屡次失败，{late} 个超过一小时未办，请启动服务或查看日志',
      en: 'Background jobs: {failed} failed for good, {late} over an hour late; start the server or look at its log',
    },
  },
  refusal: {
    backupFileThere: { zh: '{file} 已存在，请换一个文件名', en: '{file} is there already; name another' },
    backupDamaged: { zh: '{file} 不是完好的备份文件，没有恢复任何内容', en: '{file} is no sound backup; nothing was restored' },
    backupNewer: {
      zh: '备份来自较新的版本，本程序没有迁移 {migration}；请先升级程序',
      en: 'The backup is of a newer version: this program has no migration {migration}; upgrade first',
    },
    backupOlder: {
      zh: '备份来自较旧的版本，没有迁移 {migration}；请用当时的版本恢复后再升级',
      en: 'The backup is of an older version without migration {migration}; restore it with that version, then upgrade',
    },
    backupOtherwise: {
      zh: '备份与本程序的迁移 {migration} 内容不同',
      en: 'Migration {migration} of the backup is another than this program’s',
    },
    restoreServed: { zh: '服务正在运行，请先停止服务再恢复', en: 'The server is running; stop it before restoring' },
    restoreNotEmpty: {
      zh: '只能恢复到空白安装；这里已有留痕 {entries} 条、账号 {accounts} 个、被审计对象 {officials} 名、审计成果 {papers} 份。请另设 GUANTONG_DATA 或空的数据库',
      en: 'A backup is restored only into an empty installation; here are {entries} entries of the trail, {accounts} accounts, {officials} officials, {papers} papers. Use another GUANTONG_DATA or an empty database',
    },
    restoreShort: {
      zh: '表 {table} 应有 {rows} 行，恢复后为 {found} 行，已全部撤回',
      en: 'Table {table} should have {rows} rows and has {found}; all was taken back',
    },
    restoreTrailBroken: {
      zh: '恢复后的留痕与备份时不一致（应有 {rows} 条，现有 {found} 条，{fault}），已全部撤回',
      en: 'The restored trail is not what it was ({rows} entries then, {found} now, {fault}); all was taken back',
    },
  },
} as const
