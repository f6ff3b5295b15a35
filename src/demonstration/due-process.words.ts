/** What the hands write in responsibility, tolerance and objections of the city's running projects. */
export const said = {
  slots: {
    duty: '按班子分工负责该项工作的审批和监督',
    act: '签批同意办理，未要求补办规定程序',
    cause: '签批直接导致问题发生，未签批则不能办理',
    effect: '资金未按规定管理使用，已形成本问题所列金额',
  },
  weighing: '属任职初期事项，后果已部分挽回，本人实际起决定作用',
  opinion: '四个方面证据齐全，情形适用准确',
  meeting: '局长办公会议纪要〔2025〕第7期',
  other: { name: '陈立', post: '财务科科长', part: '经办付款，未审核合同执行情况' },
  tolerance: {
    facts: '该事项属推进改革中先行先试的探索，未谋取私利',
    view: '经核查属先行先试中的失误，建议从轻',
    discussion: '经与纪检监察机关、组织部门会商，意见一致',
    reason: '程序基本完备，未谋取私利，主动纠正',
    wording: '鉴于该问题属先行先试中的失误且已主动纠正，从轻定责。',
    refused: '行为时已有明令禁止，不符合容错条件',
    why: '经查阅会议记录和财务资料核实',
    evidence: '会议纪要、记账凭证',
  },
  objection: {
    upheld: '报告所列事实与实际不符，请求更正',
    rejected: '对第二项问题的责任认定有异议',
    pending: '对决策责任的认定有异议，请求复查',
  },
  late: {
    text: '该事项已于审计前启动清理，情况说明因出差未能按期提交，请予考虑。',
    evidence: '清理情况说明.txt',
    answer: '所附材料已核实，清理自审计期间之后开始，不改变问题认定；整改时一并考虑。',
  },
  noticed: '更正通知书已当面送达，收件人签收',
  conclusion: '经复查组复核原始凭证，部分事实应予更正',
  conclusionAgainst: '经复查，原认定事实清楚、依据充分',
  upheld: '复查查明部分事实有出入，予以更正',
  rejected: '原认定事实清楚，维持原报告',
  corrected: '经复查，涉及事项为一项，其余事项按规定办理，不作为问题认定。',
} as const
