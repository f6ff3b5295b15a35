export const words = {
  room: { zh: '留痕', en: 'Trail' },
  contract: { list: { zh: '查看操作留痕', en: 'List the trail' } },
  kind: { act: { zh: '办理', en: 'Act' }, read: { zh: '查阅', en: 'Reading' } },
  field: {
    at: { zh: '时间', en: 'Time' },
    account: { zh: '账号', en: 'Account' },
    role: { zh: '角色', en: 'Role' },
    verb: { zh: '事项', en: 'What' },
    subject: { zh: '对象', en: 'About' },
    kind: { zh: '类型', en: 'Kind' },
    digest: { zh: '摘要值', en: 'Digest' },
    detail: { zh: '内容', en: 'Content' },
    from: { zh: '起', en: 'From' },
    chained: { zh: '链上序号', en: 'Place in the chain' },
    until: { zh: '止', en: 'Until' },
  },
  outsider: { nobody: { zh: '未登录', en: 'Not signed in' }, system: { zh: '系统', en: 'System' } },
  note: {
    elsewhere: { zh: '该记录不在本页，请调整条件', en: 'The entry is not on this page; change the filters' },
    unchained: { zh: '尚未入链', en: 'not chained yet' },
    empty: {
      zh: '还没有留痕记录。每一次办理和查阅个人记录都会在此留下一行。',
      en: 'Nothing yet. Every act and every reading of a person leaves a row here.',
    },
  },
  refusal: {},
} as const
