/** A lawful "no" whose reason can be shown. `code` names a sentence in the room's words. */
export type Refusal<Code extends string = string> = { code: Code; facts?: Facts }
export type Facts = Record<string, string | number>

/** Says no with a reason; the facts fill the sentence's {placeholders}. */
export const refuse = <Code extends string>(code: Code, facts?: Facts): Refusal<Code> => (facts ? { code, facts } : { code })
