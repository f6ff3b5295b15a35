/** Sentences of the kernel and platform themselves; every room has its own. */
export const words = {
  refusal: {
    badInput: { zh: '提交内容有误，请按提示修改', en: 'The input is not valid' },
    forbidden: { zh: '无权办理该事项', en: 'You may not do this' },
    signInFirst: { zh: '请先登录', en: 'Sign in first' },
    notFound: { zh: '未找到该记录', en: 'Not found' },
    changedMeanwhile: { zh: '该记录已被他人修改，请核对后重新提交', en: 'The record was changed meanwhile' },
    tooLarge: { zh: '文件超过 {megabytes} MB 的上限', en: 'The file is over {megabytes} MB' },
    incident: { zh: '系统出错，编号 {incident}，请将编号告知管理员', en: 'Something failed, incident {incident}' },
    stepNotFromHere: { zh: '该事项当前所处状态不能办理这一步', en: 'This step does not lead on from the present state' },
    stepNotYours: { zh: '这一步不由您所在的角色办理', en: 'This step is taken by another role' },
    tooManyRequests: { zh: '请求过于频繁，请 {seconds} 秒后再试', en: 'Too many requests; try again in {seconds} seconds' },
    bodyTooLarge: { zh: '提交内容超过 {megabytes} MB 的上限', en: 'What was sent is over {megabytes} MB' },
    takenAlready: { zh: '该编号或名称已被使用，请换一个', en: 'This number or name is in use already: choose another' },
    outsideKnowing: { zh: '该记录不在您的知悉范围内，不能这样登记', en: 'This record would lie outside what you may know' },
    crossSite: { zh: '请求来源不被允许', en: 'Request from another site refused' },
  },
} as const
