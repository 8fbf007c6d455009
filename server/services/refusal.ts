import { type Problem, type ProblemKind, problemKinds, problemType } from '../../shared/api/problem.ts';

/** What a refusal says beside its sentence: where each fault is, or both values of what two people set. */
export interface RefusalDetails {
  readonly errors?: NonNullable<Problem['errors']>;
  readonly clashes?: NonNullable<Problem['clashes']>;
}

/** A request that is answered with a problem. The message says what is wrong, where, and how to mend it. */
export class Refusal extends Error {
  readonly kind: ProblemKind;
  readonly details: RefusalDetails;
  constructor(kind: ProblemKind, message: string, details: RefusalDetails = {}) {
    super(message);
    this.name = 'Refusal';
    this.kind = kind;
    this.details = details;
  }

  /** @returns the refusal as it travels. */
  toProblem(): Problem {
    const { status, title } = problemKinds[this.kind];
    return { type: problemType(this.kind), title, status, detail: this.message, ...this.details };
  }
}

/** @returns a refusal of bad input with one fault at a path. */
export function badInput(path: string, message: string): Refusal {
  return new Refusal('bad-input', message, { errors: [{ path, message }] });
}
