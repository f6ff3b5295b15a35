/**
 * Log-odds each feature adds to a candidate (or takes away). Set by hand; a paper's reasons show them. Changing a number
 * here changes the scorer's version, which every stored mention carries.
 */
export const scorerVersion = '1'

export const personWeights = {
  unitStated: 7,
  unitInList: 5.2,
  unitImplied: 3.6,
  unitNear: 2.8,
  unitAudited: 4.6,
  unitRelated: 2.2,
  unitContradicted: -7,
  unitListContradicted: -2.5,
  unitImpliedContradicted: -2.2,
  placeSame: 0.6,
  placeOther: -3.5,
  postSame: 1.6,
  postAlike: 0.5,
  postContradicted: -1.8,
  postDenied: -5,
  tenureCovers: 1,
  tenureNear: 0.2,
  tenureOutside: -2,
  notIntroduced: -3.5,
  spokenOfBefore: 5.5,
  spokenOfOther: -4,
  spokenOfOutsider: -5,
  outsider: -9,
  outsideOrganisation: -7,
  foreignUnit: -7,
  auditTeam: -4,
  namesakes: 0,
} as const
export type PersonFeature = keyof typeof personWeights

export const unitWeights = {
  nameFull: 8,
  nameFormer: 5,
  nameDefined: 10,
  namePlace: 6,
  nameGiven: 3.5,
  nameLevel: 3,
  nameBare: 2,
  nameSpoken: 5,
  formerValid: 1.5,
  formerInvalid: -2.5,
  placeSame: 3,
  placeSuperior: 1,
  placeInside: -1.5,
  placeSister: -2.5,
  placeStranger: -4,
  auditedUnit: 2,
  spokenOfBefore: 2.5,
  foreignPlace: -12,
} as const
export type UnitFeature = keyof typeof unitWeights

/** Log-odds of "somebody or something the register does not hold", before any evidence. */
export const outsideRegister = { person: 2.2, unit: 1 } as const

/** Weights of the question whether a span is a person's name at all. */
export const nameWeights = {
  longName: 3,
  shortName: 0.6,
  wordName: -3.2,
  wordUncued: -6,
  postBefore: 3,
  cueBefore: 2,
  edgeBefore: 1,
  wordBefore: 0.6,
  joinedBefore: -1.2,
  surnameBefore: -2.2,
  straddlesBefore: -2.2,
  cueAfter: 2,
  edgeAfter: 1,
  wordAfter: 0.8,
  joinedAfter: -3,
  joinedAfterLong: -1.2,
  perhapsLonger: -2,
  surelyLonger: -9,
  straddlesAfter: -2.2,
  surelyStraddles: -6,
  insideWords: -4,
  brokenName: -1.5,
  spacedName: 3,
} as const

/** From which probability on a mention is linked, or put before a person. Rows of the table link_threshold override these. */
export const thresholds = { link: 0.8, review: 0.12, strict: 0.95 } as const
export type Thresholds = { link: number; review: number; strict: number }
