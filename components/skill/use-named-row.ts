import { type RefObject, useEffect } from 'react';

/**
 * Keeps the name of the row on which the keyboard is (`aria-activedescendant`) one that leads somewhere. react-aria tells it
 * half a second late, so that it is spoken after the letters; where another list has come by then, it can be a row of the
 * one before. What is shown as active is named then, or nothing is.
 */
export function useNamedRow(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const around = field.current?.closest('.combobox');
    if (!around) return;
    const observer = new MutationObserver(() => {
      const named = field.current?.getAttribute('aria-activedescendant');
      if (!named || document.getElementById(named)) return;
      const active = around.querySelector('.option.is-active');
      if (active?.id) field.current?.setAttribute('aria-activedescendant', active.id);
      else field.current?.removeAttribute('aria-activedescendant');
    });
    const attributeFilter = ['aria-activedescendant', 'class'];
    observer.observe(around, { subtree: true, childList: true, attributes: true, attributeFilter });
    return () => observer.disconnect();
  }, [field]);
}
