import { relativeTime } from './relative-time.ts';

type Props = {
  /** Milliseconds since the epoch, or ISO 8601. */
  at: number | string;
  /** What `useNow` says, so that a screen has one clock. */
  now: number;
};

/** Farther away than this a date says more than a number of days. */
const farthest = 30 * 86_400_000;

const whole = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });

/** A time as a person says it, the exact one in its tooltip. */
export function Moment({ at, now }: Props) {
  const date = new Date(at);
  const time = date.getTime();
  return (
    <time dateTime={date.toISOString()} title={whole.format(date)}>
      {Math.abs(time - now) > farthest ? day.format(date) : relativeTime(time, now)}
    </time>
  );
}
