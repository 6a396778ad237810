import { ago, date, moment } from '../../lib/language/format.ts';

type Props = {
  /** Milliseconds since the epoch, or ISO 8601. */
  at: number | string;
  /** What `useNow` says, so that a screen has one clock. */
  now: number;
};

/** Farther away than this a date says more than a number of days. */
const farthest = 30 * 86_400_000;

/** A time as a person says it, the exact one in its tooltip. */
export function Moment({ at, now }: Props) {
  const time = new Date(at);
  const isFar = Math.abs(time.getTime() - now) > farthest;
  return (
    <time dateTime={time.toISOString()} title={moment(at)} data-own-words="">
      {isFar ? date(at) : ago(at, now)}
    </time>
  );
}
