import { attachmentRoutes } from './routes/attachments.ts';
import { changeRoutes } from './routes/changes.ts';
import { claimRoutes } from './routes/claims.ts';
import { collectionRoutes } from './routes/collections.ts';
import { documentRoutes } from './routes/documents.ts';
import { fetchedRoutes } from './routes/fetched.ts';
import { findingRoutes } from './routes/findings.ts';
import { historyRoutes } from './routes/history.ts';
import { liveRoutes } from './routes/live.ts';
import { partRoutes } from './routes/parts.ts';
import { redactionRoutes } from './routes/redactions.ts';
import { revisionRoutes } from './routes/revisions.ts';
import { searchRoutes } from './routes/search.ts';
import { seedRoutes } from './routes/seeds.ts';
import { statusRoutes } from './routes/status.ts';
import { suggestionRoutes } from './routes/suggestions.ts';
import { transferRoutes } from './routes/transfer.ts';

/** Every route under /api. */
export const contract = {
  ...documentRoutes,
  ...partRoutes,
  ...fetchedRoutes,
  ...revisionRoutes,
  ...redactionRoutes,
  ...claimRoutes,
  ...collectionRoutes,
  ...changeRoutes,
  ...attachmentRoutes,
  ...historyRoutes,
  ...liveRoutes,
  ...transferRoutes,
  ...searchRoutes,
  ...suggestionRoutes,
  ...findingRoutes,
  ...seedRoutes,
  ...statusRoutes,
} as const;
export type Contract = typeof contract;
