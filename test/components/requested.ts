import type { RequestName } from '../../lib/messaging/protocol.ts';

/** A request as it reached the background. */
export type Requested = { name: RequestName; request: Record<string, unknown> };
