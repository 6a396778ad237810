import { type RefObject, useEffect } from 'react';

/**
 * Puts the keyboard into a field when the window opens. Firefox loads a popup before it shows it, and a focus set by then
 * is lost; so the field is focused again when the window itself gets the focus and nothing else has it.
 */
export function useFirstFocus(field: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const focus = () => {
      if (!document.activeElement || document.activeElement === document.body) field.current?.focus();
    };
    focus();
    window.addEventListener('focus', focus);
    return () => window.removeEventListener('focus', focus);
  }, [field]);
}
