import { expect, it } from 'vitest';
import { choiceWords } from '../../components/bundle/choice-words.ts';
import { FormatId } from '../../lib/domain/bundle.ts';
import { type FormatDescription, formatDescriptions } from '../../lib/domain/format-description.ts';
import words from '../../locales/en/format.json';

it.each(FormatId.options)('%s has words for itself and each choice, and no others', (format) => {
  const { choices = [] }: FormatDescription = formatDescriptions[format];
  const said = choices.flatMap(({ name, values }) => [
    choiceWords(format, name),
    ...values.map((value) => choiceWords(format, name, value)),
  ]);
  const own = Object.entries(words).filter(([key]) => key.startsWith(`${format}.`));
  expect(said.filter((text) => text.startsWith('format.'))).toEqual([]);
  expect(own.map(([, text]) => text).sort()).toEqual(
    [words[`${format}.label`], words[`${format}.purpose`], ...said].sort(),
  );
});
