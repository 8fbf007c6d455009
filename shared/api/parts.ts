import { z } from 'zod';
import { KindName, type Versioned } from '../model/change.ts';
import { Claim } from '../model/claim.ts';
import { Conflict } from '../model/conflict.ts';
import { Document } from '../model/document.ts';
import { Entity } from '../model/entity.ts';
import { Id } from '../model/ids.ts';
import { Refusal } from '../model/refusal.ts';
import { Source } from '../model/source.ts';

/** The parameters of a route that names one object. */
export const byId = z.strictObject({ id: Id });

/** A whole number as it stands in an address. */
export const whole = (min: number, max = Number.MAX_SAFE_INTEGER) =>
  z
    .union([
      z.int(),
      z
        .string()
        .regex(/^\d{1,16}$/, 'expected a whole number')
        .transform(Number),
    ])
    .pipe(z.int().min(min).max(max));

/** An object with its version, stamps and, where it was removed, by whom. */
const versioned = <K extends z.ZodType, T extends z.ZodType>(kind: K, object: T) =>
  z.strictObject({
    kind,
    id: Id,
    version: z.int().min(1),
    created: Id,
    last: Id,
    stamps: z.record(z.string(), Id),
    removed: z.strictObject({ by: z.string(), at: z.string(), why: z.string().optional() }).optional(),
    object,
  });

export const heldDocument = versioned(z.literal('document'), Document);
export const heldClaim = versioned(z.literal('claim'), Claim);
export const heldSource = versioned(z.literal('source'), Source);
export const heldEntity = versioned(z.literal('entity'), Entity);
export const heldConflict = versioned(z.literal('conflict'), Conflict);
export const heldRefusal = versioned(z.literal('refusal'), Refusal);
export const heldAny = versioned(KindName, z.looseObject({})) as unknown as z.ZodType<Versioned>;
