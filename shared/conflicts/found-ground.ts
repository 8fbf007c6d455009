/** A ground before it has its id: what speaks for or against a conflict or a suggestion. */
export interface FoundGround {
  readonly rule: string;
  readonly says: string;
  /** What was found, by name, for saying it in other languages. */
  readonly given: Readonly<Record<string, string>>;
  readonly for: boolean;
  /** 0 to 1, where the ground has a measure. */
  readonly score?: number;
}
