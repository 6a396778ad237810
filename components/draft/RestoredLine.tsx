import type { MouseEvent } from 'react';
import { moment, time } from '../../lib/language/format.ts';
import { t } from '../../lib/language/words.ts';
import { useKeeping } from '../../lib/state/keeping.ts';
import { Icon } from '../ui/Icon.tsx';

type Props = {
  /** What was restored. Default: a draft. */
  what?: 'draft' | 'choice' | 'search';
  /** When it was typed, in milliseconds since the epoch; undefined where nothing was restored. */
  at: number | undefined;
  onDiscard(): void;
};

/** That what stands in a form was typed before and found again, with the way to be rid of it; or that it is not kept. */
export function RestoredLine({ what = 'draft', at, onDiscard }: Props) {
  const kept = useKeeping((state) => state.kept);
  const discard = ({ currentTarget }: MouseEvent<HTMLElement>) => {
    // The button goes with the line; the keyboard goes on in the first field.
    currentTarget.closest('form, section')?.querySelector<HTMLElement>('input, textarea, select')?.focus();
    onDiscard();
  };
  return (
    <>
      {!kept && <NotKept />}
      {at !== undefined && (
        <div className="notice notice-line" role="status">
          <Icon name="info" />
          <div className="body">
            <span>{t(`draft.restored.${what}`, { time: isToday(at) ? time(at) : moment(at) })}</span>
            <button type="button" className="link" onClick={discard}>
              {t('draft.discard')}
            </button>
          </div>
        </div>
      )}
    </>
  );
}

function NotKept() {
  return (
    <div className="notice notice-line notice-caution" role="status">
      <Icon name="alert" />
      <div className="body">
        <span>{t('draft.notKept')}</span>
      </div>
    </div>
  );
}

function isToday(at: number): boolean {
  return new Date(at).toDateString() === new Date().toDateString();
}
