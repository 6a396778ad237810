import { type ReactNode, useEffect, useLayoutEffect, useState } from 'react';
import { type Waits, WaitsContext } from '../../lib/queries/all-at-once.ts';

type Props = { children: ReactNode };

/** How long a part may keep the others hidden, in milliseconds. */
const patience = 1000;

/**
 * Shows a page when every part of it knows what it shows, so that nothing moves from under a pointer or a reader. A part
 * that takes too long is not waited for. Once shown, it stays.
 */
export function AllAtOnce({ children }: Props) {
  const [isShown, setShown] = useState(false);
  const [waits] = useState(() => countWaits(() => setShown(true)));
  // After the effects of all parts: by then each has said whether it waits.
  useLayoutEffect(waits.look, []);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), patience);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    // The browser looked for the place that the address names before anything was there.
    if (isShown && location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView?.();
  }, [isShown]);
  return (
    <WaitsContext value={waits}>
      <div style={isShown ? undefined : { visibility: 'hidden' }}>{children}</div>
    </WaitsContext>
  );
}

/** Calls back when nothing is waited for any more. One part's end may be another's beginning, in the same turn. */
function countWaits(onNone: () => void): Waits & { look(): void } {
  let waiting = 0;
  const look = () => queueMicrotask(() => waiting === 0 && onNone());
  return {
    look,
    begin() {
      waiting += 1;
      return () => {
        waiting -= 1;
        look();
      };
    },
  };
}
