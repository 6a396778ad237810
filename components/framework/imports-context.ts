import { createContext, useContext } from 'react';
import type { Imports } from '../../lib/messaging/import-client.ts';

/** The import worker of a page; its entrypoint provides it. */
export const ImportsContext = createContext<Imports | undefined>(undefined);

/** The page's import worker. Throws where no entrypoint provided one. */
export function useImports(): Imports {
  const imports = useContext(ImportsContext);
  if (!imports) throw new Error('no ImportsContext above this component');
  return imports;
}
