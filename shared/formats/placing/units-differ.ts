/** Whether programs may count a text differently: it has characters beyond the first plane, or such that combine. */
export const countsDiffer = (text: string): boolean =>
  /[\ud800-\udfff\u200d]/.test(text) || /\p{M}/u.test(text);
