import { useLayoutEffect, useRef } from 'react';
import { t } from '../../lib/language/words.ts';

type Props = {
  shown: number;
  /** How many there are; undefined where that is not counted. */
  total?: number | undefined;
  /** Whether there are more than are shown. */
  more: boolean;
  /** How many more come at once. */
  step: number;
  onMore(): void;
};

/** The end of a long list: how much of it is shown, and the way to more. */
export function ShowMore({ shown, total, more, step, onMore }: Props) {
  const foot = useRef<HTMLElement>(null);
  const pressed = useRef(false);
  useLayoutEffect(() => {
    // The button goes with the last rows; the keyboard stays where it was.
    if (pressed.current && !more) foot.current?.focus();
    pressed.current = false;
  }, [more]);
  return (
    <footer className="table-foot" ref={foot} tabIndex={-1}>
      <span>{total === undefined ? t('ui.shown', { count: shown }) : t('ui.shownOf', { shown, count: total })}</span>
      {more && (
        <button
          type="button"
          className="btn btn-small"
          onClick={() => {
            pressed.current = true;
            onMore();
          }}
        >
          {t('ui.showMore', { step })}
        </button>
      )}
    </footer>
  );
}
