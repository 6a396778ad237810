import { useLayoutEffect, useRef, useState } from 'react';

/** Rows beyond either edge that stand ready, so that a turn of the wheel shows no gap. */
const spare = 8;
/** Rows by which the window moves: while it stays within them, nothing is asked of the database or of React. */
const stride = 8;

/** Which rows of a long list stand in the document: those that are seen and some more. `rowSize` in rem. */
export function useWindow(count: number, rowSize: number) {
  const scroller = useRef<HTMLElement>(null);
  const [seen, setSeen] = useState({ top: 0, height: 0, rem: 16 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const look = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
      const step = stride * rowSize * rem;
      // Where there is little room the whole page is scrolled instead, and the list is as long as it is.
      const passed = element.scrollTop + Math.max(0, -element.getBoundingClientRect().top);
      const height = Math.min(element.clientHeight, window.innerHeight);
      const now = { top: Math.floor(passed / step) * step, height, rem };
      setSeen((before) =>
        before.top === now.top && before.height === now.height && before.rem === rem ? before : now,
      );
    };
    look();
    // Scrolling does not bubble: this hears the list and the page alike.
    document.addEventListener('scroll', look, { passive: true, capture: true });
    window.addEventListener('resize', look);
    return () => {
      document.removeEventListener('scroll', look, { capture: true });
      window.removeEventListener('resize', look);
    };
  }, [rowSize]);
  const row = rowSize * seen.rem;
  const first = Math.max(0, Math.min(Math.floor(seen.top / row), count) - spare);
  const last = Math.min(count, Math.ceil((seen.top + Math.max(seen.height, 300)) / row) + stride + spare);
  return { scroller, first, last, before: first * rowSize, after: (count - last) * rowSize };
}
