/** What a person says of an error or warning on the seed texts. */
export interface Label {
  readonly right: boolean;
  readonly why: string;
}

/** By the finding's key. */
export const labels: Readonly<Record<string, Label>> = {};
