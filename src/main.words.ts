/** What the command line itself says; a domain file by content, kept beside main.ts. */
export const words = {
  usage: { zh: '用法', en: 'Usage' },
  verbs: {
    serve: { zh: '启动服务', en: 'serve the pages and the API' },
    openapi: { zh: '输出 OpenAPI 3.1 文档', en: 'print the OpenAPI 3.1 document' },
    db: { zh: '显示所用数据库的连接地址', en: 'print how to reach the database in use' },
    bench: {
      zh: '测速度，输出同一次运行内的比值；不写名称则全部测一遍',
      en: 'measure speed as ratios within one run; without a name all of them',
    },
  },
  ready: { zh: '贯通已启动：{address}', en: 'Guantong is ready at {address}' },
  offerDemo: {
    zh: '这是首次启动。载入虚构的演示市“澜江市”吗？可随时用一条命令移除。[Y/n] ',
    en: 'First start. Load the fictional demonstration city? One command removes it later. [Y/n] ',
  },
  loading: { zh: '正在载入演示市……', en: 'Loading the demonstration city…' },
  logins: { zh: '演示账号（账号 密码 角色）：', en: 'Demonstration logins (account password role):' },
  firstAccount: {
    zh: '尚无账号。请先建三名管理员：npx guantong account create 账号 --name 姓名 --role systemAdmin（再建 securityAdmin、auditAdmin 各一）',
    en: 'No account yet. Make three administrators: npx guantong account create ACCOUNT --name NAME --role systemAdmin (then securityAdmin and auditAdmin)',
  },
  unknownVerb: { zh: '没有命令 {verb}', en: 'No command {verb}' },
  portTaken: { zh: '端口 {port} 已被占用，请用 --port 另选', en: 'Port {port} is taken, choose another with --port' },
} as const
