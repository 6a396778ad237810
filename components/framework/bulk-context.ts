import { createContext, useContext } from 'react';
import type { Bulk } from '../../lib/messaging/bulk-client.ts';

/** The bulk worker of a page; its entrypoint provides it. */
export const BulkContext = createContext<Bulk | undefined>(undefined);

/** The page's bulk worker. Throws where no entrypoint provided one. */
export function useBulk(): Bulk {
  const bulk = useContext(BulkContext);
  if (!bulk) throw new Error('no BulkContext above this component');
  return bulk;
}
