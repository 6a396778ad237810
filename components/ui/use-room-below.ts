import { type RefObject, useLayoutEffect, useState } from 'react';

/** Where something that floats below an element begins, and how tall it may be, in CSS pixels of the window. */
export type Room = { top: number; height: number };

/** Space between the element and what floats below it, and between that and the window's edge. */
const gap = 4;

/** The room below an element while `open`; it follows scrolling and resizing. */
export function useRoomBelow(element: RefObject<HTMLElement | null>, open: boolean): Room | undefined {
  const [room, setRoom] = useState<Room>();
  useLayoutEffect(() => {
    if (!open) return;
    const measure = () => {
      const bottom = element.current?.getBoundingClientRect().bottom ?? 0;
      setRoom({ top: bottom + gap, height: window.innerHeight - bottom - 2 * gap });
    };
    measure();
    window.addEventListener('resize', measure);
    window.addEventListener('scroll', measure, true);
    return () => {
      window.removeEventListener('resize', measure);
      window.removeEventListener('scroll', measure, true);
    };
  }, [element, open]);
  return room;
}
