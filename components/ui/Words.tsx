import { Fragment, type ReactNode } from 'react';
import type { WordValues } from '../../lib/language/word-values.ts';
import { t, type WordKey } from '../../lib/language/words.ts';

type Props<Key extends WordKey> = { of: Key; values: { [Name in keyof WordValues[Key]]: ReactNode } };

/** Private-use characters around the place of a value; no message has them. */
const mark = '\uE000';

/** A message with elements in the places of its values: a skill in its own language, a link, a time. */
export function Words<Key extends WordKey>({ of, values }: Props<Key>) {
  const names = Object.keys(values) as (keyof WordValues[Key])[];
  const marks = Object.fromEntries(names.map((name, index) => [name, `${mark}${index}${mark}`]));
  const say = t as (key: WordKey, values: Record<string, string>) => string;
  return say(of, marks)
    .split(mark)
    .map((part, index) => {
      const place = index % 2 === 1 ? names[Number(part)] : undefined;
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence have no other name and never move
      return <Fragment key={index}>{place === undefined ? part : values[place]}</Fragment>;
    });
}
