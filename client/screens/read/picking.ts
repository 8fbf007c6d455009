import type { Waiting } from '../../../shared/api/routes/revisions.ts';
import type { Attachment } from '../../../shared/model/attachment.ts';
import type { Fit, Severity, Stance } from '../../../shared/model/scales.ts';
import type { ComparedSide } from '../../router/compare-address.ts';

/** Words of any document are being sought as evidence for a claim. */
export interface EvidencePicking {
  readonly kind: 'evidence';
  readonly claimId: string;
  readonly documentId: string;
  /** The claim's words, to say what the evidence is for. */
  readonly words: string;
  readonly stance: Stance;
  readonly fit?: Fit;
  readonly note?: string;
  readonly locator?: string;
  readonly attachments?: readonly Attachment[];
}

/** Claims of any document are being sought that disagree with a claim. */
export interface FlagPicking {
  readonly kind: 'flag';
  readonly claimId: string;
  readonly documentId: string;
  readonly words: string;
  /** The claims of the other sides. */
  readonly others: readonly string[];
  readonly severity: Severity;
  readonly disagreement?: string;
  readonly reason: string;
}

/** Words of the open document are being sought as the new place of what waits to be placed. */
export interface PlacePicking {
  readonly kind: 'place';
  readonly claimId: string;
  readonly documentId: string;
  readonly words: string;
  readonly waiting: Waiting;
}

/** Words of any document are being sought to be compared with others. */
export interface ComparePicking {
  readonly kind: 'compare';
  readonly side: ComparedSide;
  /** The document that they stand in. */
  readonly documentId: string;
  readonly words: string;
}

/** What the next selection or click is for. It lasts across documents, until done or called off with Esc. */
export type Picking = EvidencePicking | FlagPicking | PlacePicking | ComparePicking;
