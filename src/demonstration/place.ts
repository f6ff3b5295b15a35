/** Codes of the demonstration begin with 99, which GB/T 2260 gives to no place. */
export const demoCodes = '99%'
export const demoCity = '990100'
