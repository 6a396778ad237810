import { spokenLanguage } from './words.ts';

/** Milliseconds since the epoch, or ISO 8601. */
type Time = number | string;

/** Keeps the formatter of the language that is spoken: making one takes longer than a hundred uses of it. */
function inSpokenLanguage<Formatter>(make: (language: string) => Formatter): () => Formatter {
  let made: { language: string; formatter: Formatter } | undefined;
  return () => {
    const language = spokenLanguage();
    if (made?.language !== language) made = { language, formatter: make(language) };
    return made.formatter;
  };
}

const lists = inSpokenLanguage((language) => new Intl.ListFormat(language, { type: 'unit', style: 'short' }));

/** Names in a row, as the language that is spoken joins them without an "and": "OSMT, CASS, ESCO". */
export function listOf(names: readonly string[]): string {
  return lists().format(names);
}

const conjunctions = inSpokenLanguage((language) => new Intl.ListFormat(language, { type: 'conjunction' }));

/** Names in a row with an "and" before the last, as the language that is spoken joins them: "JSON-LD, microdata, and RDFa". */
export function allOf(names: readonly string[]): string {
  return conjunctions().format(names);
}

const languageNames = inSpokenLanguage((language) => new Intl.DisplayNames(language, { type: 'language' }));

/** A language by its name in the one that is spoken, or the tag itself where it is none: `de` is "German". */
export function languageName(tag: string): string {
  try {
    return languageNames().of(tag) ?? tag;
  } catch {
    return tag;
  }
}

const numbers = inSpokenLanguage((language) => new Intl.NumberFormat(language));

/** A number in the digits and groups of the language that is spoken: "1,204". */
export function number(value: number): string {
  return numbers().format(value);
}

const percents = inSpokenLanguage((language) => new Intl.NumberFormat(language, { style: 'percent' }));

/** A share of one in whole per cent: 0.42 is "42%". */
export function percent(share: number): string {
  return percents().format(share);
}

/** A unit with how many bytes it is; SI's, as files are shown by most systems. */
const sizes = (['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const).map((unit, power) => ({
  size: 1000 ** power,
  inUnit: inSpokenLanguage(
    (language) =>
      new Intl.NumberFormat(language, {
        style: 'unit',
        unit,
        unitDisplay: unit === 'byte' ? 'long' : 'short',
        maximumFractionDigits: 1,
      }),
  ),
}));

/** How large a file is: "812 bytes", "4.2 kB", "1.3 MB". */
export function bytes(count: number): string {
  const fitting = sizes.findLast(({ size }) => count >= size) ?? sizes[0];
  return fitting ? fitting.inUnit().format(count / fitting.size) : number(count);
}

const dates = inSpokenLanguage((language) => new Intl.DateTimeFormat(language, { dateStyle: 'medium' }));
const times = inSpokenLanguage((language) => new Intl.DateTimeFormat(language, { timeStyle: 'short' }));
const moments = inSpokenLanguage(
  (language) => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }),
);

/** The day, in the person's time zone: "Nov 22, 2026". */
export function date(at: Time): string {
  return dates().format(new Date(at));
}

/** The time of day, in the person's time zone: "10:04 AM". */
export function time(at: Time): string {
  return times().format(new Date(at));
}

/** Day and time of day: "Nov 22, 2026, 10:04 AM". */
export function moment(at: Time): string {
  return moments().format(new Date(at));
}

const steps = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const;

const distances = inSpokenLanguage((language) => new Intl.RelativeTimeFormat(language, { numeric: 'auto' }));

/** How far a time lies from now, before or after it: "5 minutes ago", "in 2 minutes", "yesterday". `now` in milliseconds since the epoch. */
export function ago(at: Time, now: number): string {
  const far = new Date(at).getTime() - now;
  const [unit, size] = steps.find(([, size]) => Math.abs(far) >= size) ?? steps[3];
  return distances().format(Math.round(far / size), unit);
}

const shortDistances = inSpokenLanguage((language) => new Intl.RelativeTimeFormat(language, { style: 'short' }));

/** How long ago a time was, in few letters: "5 min. ago"; undefined where it is not a minute yet. `now` as in `ago`. */
export function shortlyAgo(at: Time, now: number): string | undefined {
  const far = now - new Date(at).getTime();
  const [unit, size] = steps.find(([unit, size]) => unit !== 'second' && far >= size) ?? [];
  return unit && size && shortDistances().format(-Math.floor(far / size), unit);
}
