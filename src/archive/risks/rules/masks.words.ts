/** What is written in the stead of names: numbered by the ten stems when a case holds several of a sort. */
export const masks = {
  stems: ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'],
  person: '{stem}某',
  /** Nothing registered holds these brackets: with them a name can never come to stand again across a seam. */
  plain: '【{stem}】',
  unit: {
    party: '某党委部门',
    government: '某地政府',
    congress: '某人大机关',
    consultative: '某政协机关',
    supervision: '某监督机关',
    court: '某法院',
    procuratorate: '某检察院',
    department: '某部门',
    institution: '某事业单位',
    association: '某人民团体',
    stateFirm: '某国有企业',
    other: '某单位',
  },
  place: { province: '某省', city: '某市', county: '某县区', township: '某乡镇' },
  identity: '（号码略）',
  phone: '（电话略）',
  paper: '（文号略）',
  several: '{label}{stem}',
  /** Names of divisions that are no place by themselves. */
  general: ['市辖区', '县', '省直辖县级行政区划', '自治区直辖县级行政区划', '城区', '郊区', '矿区'],
  /**
   * A bank account of any length, in folded text, is known by the word before it; what follows may make the same digits an
   * amount, a day or the number of a paper, which they then are.
   */
  account:
    /(?<=(?:账|帐|卡|存折|账户|帐户)(?:号码|号|户)(?:号|为|是|[:（( ]){0,3})\d(?:[ -]?\d){8,24}(?!\d|[,.]\d| ?(?:元|万|亿|年|月|日|号文))/gu,
  /** The title of a rule. */
  title: /《[^《》]*》/gu,
  placeEnds: /(?:自治区|自治州|自治县|特别行政区|省|市|区|县|镇|乡|街道|盟|旗)$/u,
} as const
