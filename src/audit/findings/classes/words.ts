/** Chinese and English of the scheme of problem classes. */
export const words = {
  title: {
    classes: { zh: '问题分类', en: 'Problem classes' },
    remaps: { zh: '新旧类别对照', en: 'Old classes in new ones' },
    listRemaps: { zh: '查询类别对照', en: 'List remaps' },
    local: { zh: '本地类别', en: 'Local class' },
    national: { zh: '通用类别', en: 'Common class' },
  },
  action: {
    save: { zh: '保存本地类别', en: 'Save a local class' },
    add: { zh: '新增本地类别', en: 'New local class' },
    remap: { zh: '保存类别对照', en: 'Save a remap' },
    addRemap: { zh: '新增对照', en: 'New remap' },
    edit: { zh: '修改', en: 'Edit' },
    addTarget: { zh: '增加一个新类别', en: 'Another new class' },
  },
  field: {
    code: { zh: '代码', en: 'Code' },
    parent: { zh: '一级类别', en: 'Level 1' },
    zh: { zh: '名称', en: 'Chinese name' },
    en: { zh: '英文名称', en: 'English name' },
    validFrom: { zh: '启用日', en: 'From' },
    validUntil: { zh: '停用日', en: 'Until' },
    findings: { zh: '问题数', en: 'Findings' },
    origin: { zh: '来源', en: 'Origin' },
    oldCode: { zh: '旧类别', en: 'Old class' },
    newCode: { zh: '新类别', en: 'New class' },
    share: { zh: '份额（‰）', en: 'Share (‰)' },
    startsOn: { zh: '自', en: 'From' },
    reason: { zh: '说明', en: 'Reason' },
  },
  note: {
    remap: {
      zh: '记录保留原类别；统计按所选日期折算：问题连同全部金额计入份额最大的新类别，只计一次，合计不变',
      en: 'Records keep their class; figures are told in the scheme of a day: a finding counts once, with all of its money, under the class with the largest share',
    },
    noRemap: { zh: '没有类别对照。', en: 'No remaps.' },
  },
  refusal: {
    classTaken: { zh: '代码“{code}”已在该日使用', en: 'Code “{code}” is in use on that day' },
    classParentUnknown: { zh: '一级类别“{code}”不存在或当日不适用', en: 'No class of level 1 “{code}” on that day' },
    classDaysBackward: { zh: '停用日早于启用日', en: 'It ends before it begins' },
    classNotLocal: { zh: '通用类别不在此修改，只能新增本地类别或建立对照', en: 'Common classes are not changed here' },
    classCodeOdd: {
      zh: '本地二级类别代码应为一级代码加两位数字，如 {parent}-81',
      en: 'A local code is the code of level 1 and two digits, such as {parent}-81',
    },
    remapShares: { zh: '份额合计应为1000‰，现为{sum}‰', en: 'The shares make {sum}‰ instead of 1000‰' },
    remapUnknown: { zh: '类别“{code}”在{on}不适用', en: 'Class “{code}” is not in use on {on}' },
    remapCircle: { zh: '对照成环：{code}', en: 'The remap runs in a circle at {code}' },
    remapTwice: { zh: '同一新类别只能列一次', en: 'Each new class may stand once' },
  },
} as const
