import { z } from 'zod';

/** An object's id: a UUID in lower case. Ids are made by whoever makes the object and come into this layer as arguments. */
export const Id = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'expected a UUID in lower case')
  .meta({ format: 'uuid' });
export type Id = z.infer<typeof Id>;

/** An instant in UTC, ISO 8601 with milliseconds: `2026-05-07T10:42:00.000Z`. */
export const Instant = z.iso.datetime({ offset: false });
export type Instant = z.infer<typeof Instant>;

/** Lower-case hex SHA-256. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'expected 64 lower-case hex digits');
export type Sha256 = z.infer<typeof Sha256>;

/** The name a person signs with where nobody has signed in. */
export const Signature = z.string().trim().min(1).max(120);
export type Signature = z.infer<typeof Signature>;

/** A BCP 47 language tag, kept as given. */
export const LanguageTag = z
  .string()
  .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, 'expected a BCP 47 language tag such as "en" or "sr-Latn"');
