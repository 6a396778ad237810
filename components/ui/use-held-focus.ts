import { type RefObject, useLayoutEffect } from 'react';

/**
 * Keeps the keyboard in a dialog: a button that had it goes with its step, and without this Esc would reach nobody.
 */
export function useHeldFocus(dialog: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    if (!dialog.current?.contains(document.activeElement)) dialog.current?.focus();
  });
}
