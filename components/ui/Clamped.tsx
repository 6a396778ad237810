import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import { t } from '../../lib/language/words.ts';
import { IconButton } from './IconButton.tsx';

type Props = {
  /** How many lines are shown at first. Default 2. */
  lines?: 1 | 2;
  children: ReactNode;
};

/** A text of which the first lines are shown and, only where there is more of it, a button that shows all. */
export function Clamped({ lines = 2, children }: Props) {
  const [open, setOpen] = useState(false);
  const [isCut, setCut] = useState(false);
  const text = useRef<HTMLSpanElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const element = text.current;
    if (!element || open || !globalThis.ResizeObserver) return;
    const look = () => setCut(element.scrollHeight > element.clientHeight + 1);
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, [open]);
  return (
    <span className="clamped">
      <span id={id} ref={text} className={open ? undefined : `clamp-${lines}`}>
        {children}
      </span>
      {(isCut || open) && (
        <IconButton
          icon="down"
          label={t(open ? 'ui.showLess' : 'ui.showAll')}
          aria-describedby={id}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        />
      )}
    </span>
  );
}
