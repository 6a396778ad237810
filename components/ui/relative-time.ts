const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const;

const words = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });

/** How far a time lies from now, in the person's language: "in 2 minutes", "yesterday". Both in milliseconds since the epoch. */
export function relativeTime(at: number, now: number): string {
  const far = at - now;
  const [unit, size] = units.find(([, size]) => Math.abs(far) >= size) ?? units[3];
  return words.format(Math.round(far / size), unit);
}
