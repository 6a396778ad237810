import { createContext, useContext, useLayoutEffect } from 'react';

/** Counts what a page still waits for before it shows itself. */
export type Waits = {
  /** Something is waited for until the answered function is called. */
  begin(): () => void;
};

/** What a page counts that shows its parts all at once; undefined where each part shows itself when it can. */
export const WaitsContext = createContext<Waits | undefined>(undefined);

/** Keeps the page hidden while this part does not know yet what it shows, and with it how high it is. */
export function useWaiting(isWaiting: boolean): void {
  const waits = useContext(WaitsContext);
  useLayoutEffect(() => (isWaiting ? waits?.begin() : undefined), [isWaiting, waits]);
}
