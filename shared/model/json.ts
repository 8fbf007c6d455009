import { z } from 'zod';

/** Any JSON value. One schema, so that descriptions have one name for it. */
export const Json = z.json();
