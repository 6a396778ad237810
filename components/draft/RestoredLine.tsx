import type { MouseEvent } from 'react';
import { useKeeping } from '../../lib/state/keeping.ts';
import { Icon } from '../ui/Icon.tsx';

type Props = {
  /** What was restored. Default: a draft. */
  what?: string;
  /** When it was typed, in milliseconds since the epoch; undefined where nothing was restored. */
  at: number | undefined;
  onDiscard(): void;
};

const hour = { hour: '2-digit', minute: '2-digit' } as const;
const time = new Intl.DateTimeFormat(undefined, hour);
const dayAndTime = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', ...hour });

/** That what stands in a form was typed before and found again, with the way to be rid of it; or that it is not kept. */
export function RestoredLine({ what = 'Draft', at, onDiscard }: Props) {
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
            <span>
              {what} of {moment(at)} restored
            </span>
            <button type="button" className="link" onClick={discard}>
              Discard
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
        <span>Not kept as a draft: the browser’s storage takes nothing more. Save before you close this.</span>
      </div>
    </div>
  );
}

function moment(at: number): string {
  const isToday = new Date(at).toDateString() === new Date().toDateString();
  return (isToday ? time : dayAndTime).format(at);
}
