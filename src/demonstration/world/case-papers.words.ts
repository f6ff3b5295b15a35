import { day } from '../../kernel/day.ts'
import type { FieldValues } from '../../office/documents/model.ts'
import { paperDay } from '../../office/documents/rules.ts'

export type PaperScene = {
  unit: string
  official: string
  post: string
  entryOn: string
}

/** What the hands of the city write into a paper of a case, by its fields; the names that several types share mean the same in each. */
const shared = ({ unit, official, post, entryOn }: PaperScene): FieldValues => ({
  entryOn,
  materials:
    '1. 任职期间履行经济责任情况的述职报告；\n2. 财政财务收支账簿、凭证、报表和电子数据；\n3. 党组会议、办公会议纪要和重大经济事项决策档案；\n4. 以往审计、巡察、检查发现问题的整改情况。',
  discipline: '审计组严格执行审计“四严禁”工作要求和审计“八不准”工作纪律，不得接受被审计单位的宴请、礼品和任何费用。',
  hotline: '0990-6612388',
  basis: `根据《中华人民共和国审计法》第五十八条、《党政主要领导干部和国有企事业单位主要领导人员经济责任审计规定》和年度审计项目计划，派出审计组，对${official}同志任${post}期间的经济责任履行情况进行审计。`,
  aim: `检查${official}同志任职期间贯彻执行党和国家经济方针政策、决策部署情况，界定其应当承担的责任，作出客观评价。`,
  scope: `以${unit}本级为重点，必要时延伸至下属单位，追溯相关年度。`,
  schedule: '调查了解5个工作日，现场审计30个工作日，撰写报告10个工作日。',
  requirements: '取证规范，底稿及时复核，重要情况当日报告；严守保密和廉政纪律。',
  place: `${unit}三楼会议室`,
  chair: '魏正平',
  recorder: '张敏',
  attendees: `审计组全体成员；${official}同志，${unit}班子成员及有关科室负责人。`,
  conduct: `审计组于${paperDay(day(entryOn))}进点，重点审计了${unit}本级，抽查了有关下属单位。${official}同志和${unit}对所提供资料的真实性、完整性作出了书面承诺。`,
  background: `${unit}内设科室9个，下属单位3个。${official}同志任${post}期间，主持全面工作，分管财务、审计工作。`,
  performance: '任职期间完成上级下达的主要目标任务，制定重大事项决策、预算管理、合同管理等制度7项，年度考核均为良好以上等次。',
  evaluation: `审计结果表明，${official}同志任职期间较好地履行了经济责任，但在预算执行、合同管理等方面存在管理不到位的问题。`,
  advice: '1. 严格预算约束，及时盘活存量资金；\n2. 健全合同审核和履约验收制度。',
  draft: `关于${official}同志任${post}期间经济责任履行情况的审计报告（征求意见稿）`,
  days: '10个工作日',
  request: '请对报告所列事实、定性、责任界定和评价逐项提出意见，有异议的请附证明材料。本稿请勿扩散。',
  contact: '沈一凡 0990-6612301',
  received: `${official}同志和${unit}在规定期限内均未提出书面异议。`,
  papers: '审计组审计报告、征求意见稿、取证单、工作底稿、书面意见及采纳情况说明。',
  facts: '各项问题事实清楚，取证单均经提供方签字，证据充分。',
  law: '定性和处理引用的法律法规现行有效，适用正确。',
  procedure: '通知书送达、进点、征求意见均符合法定期限，程序合法。',
  responsibility: '责任类型与分工文件、决策记录相符，评价没有超出审计范围。',
  rectifyBy: '请自收到本报告之日起，按照规定期限将整改情况书面报告审计机关，并按规定公开整改结果。',
  appeal: '被审计领导干部对审计报告有异议的，可以自收到本报告之日起，在规定期限内向审计委员会办公室申诉。',
  deeds: '完成年度主要目标任务，建立预算、合同等管理制度，重点工作进度居全市前列。',
  handled: '责令有关单位限期整改，审计期间已完善制度2项。',
  told: '通报审计结果、责任界定和整改要求。',
  answers: `${official}同志和${unit}表示接受审计结论，按期整改。`,
  matter: `${unit}财政财务收支违规问题`,
  term: '请自本决定送达之日起，在规定期限内将执行结果书面报告审计机关。',
  remedy: '对本决定中有关财政收支的部分不服的，可以在法定期限内提请本级人民政府裁决；裁决期间不停止执行。',
})

/** Tables whose columns differ from type to type. */
const own: Readonly<Record<string, (scene: PaperScene) => FieldValues>> = {
  implementationPlan: () => ({
    matters: [
      { matter: '重大经济事项决策和执行', steps: '对照决策清单核对会议记录、合同和付款', by: '沈一凡', days: '12' },
      { matter: '预算执行和资金管理', steps: '分析电子账套，抽查大额支出凭证', by: '陆川', days: '15' },
    ],
  }),
  adoptionStatement: () => ({ items: [{ item: '征求意见稿全稿', adopted: '无异议', why: '期满未提出书面意见，视同无异议' }] }),
  reviewOpinion: () => ({
    items: [
      { point: '问题事实和证据', opinion: '证据能够支持认定的事实' },
      { point: '责任界定', opinion: '与职责分工和决策记录相符' },
    ],
  }),
  businessMinutes: () => ({ place: '局机关第一会议室' }),
  auditDecision: ({ unit }) => ({
    items: [
      {
        title: '应缴未缴非税收入',
        facts: `${unit}收取的房屋出租收入32.60万元未按规定上缴国库。`,
        law: '《财政违法行为处罚处分条例》第四条',
        handling: '责令将32.60万元全额上缴同级国库。',
      },
    ],
  }),
  transferLetter: ({ unit }) => ({
    official: `${unit}一名工作人员`,
    receiver: '澜江市纪委监委',
    facts: `${unit}一名工作人员将供应商退款3.80万元存入个人账户，至审计时未入账。`,
    qualification: '涉嫌职务违法。',
    basis: '《中华人民共和国审计法》第四十五条。',
    opinion: '请依法调查处理。',
    feedback: '请将受理和办理结果书面告知审计机关。',
    evidence: [{ name: '退款转账回单', pages: '2', origin: '澜江农村商业银行' }],
  }),
}

/** Everything somebody would write into a paper of this kind. */
export const writtenInto = (kind: string, scene: PaperScene): FieldValues => ({ ...shared(scene), ...own[kind]?.(scene) })
