import { listOf } from './format.ts';
import { messageAt, t } from './words.ts';

/** A sentence that says by a key how it is made, and is carried along in English. */
type Sayable = {
  message: string;
  key?: string | undefined;
  values?: Readonly<Record<string, string | number | Sayable>> | undefined;
  said?: string | undefined;
};

/** Something that could not be read of a page. */
type PageWarning = Sayable & { code: string; where?: string | undefined };

/**
 * A sentence in the language that is spoken; as it was carried along where its key is not known, since an older version
 * wrote it down.
 */
export function sentenceWords(sentence: Sayable): string {
  const own = messageOf(sentence, '');
  if (own === undefined) return sentence.message;
  return sentence.said ? t('problem.with-quote', { sentence: own, said: sentence.said }) : own;
}

/** A problem in the language that is spoken: what happened, and what to do. */
export function problemWords<Problem extends Sayable & { advice?: string | undefined }>(problem: Problem): Problem {
  if (problem.advice === undefined) return { ...problem, message: sentenceWords(problem) };
  const advice = messageOf(problem, '.advice') ?? problem.advice;
  return { ...problem, message: sentenceWords(problem), advice };
}

/**
 * What could not be read of a page, in the language that is spoken. The code tells the key; the injected reader says of a
 * script of JSON-LD only where it stands: `script 2`.
 */
export function warningWords({ code, where = '', key = `warning.${code}`, ...warning }: PageWarning): string {
  const [, script] = /^script (\d+)$/.exec(where) ?? [];
  if (!script || warning.values) return sentenceWords({ ...warning, key });
  return messageAt(`${key}.script`, { script }) ?? sentenceWords({ ...warning, key, values: { script } });
}

/** What a format cannot carry, in the language that is spoken. */
export function lossWords({ message, key, details = [] }: Sayable & { details?: readonly string[] }): string {
  const named = details.map((name) => messageAt(`loss.detail.${name.replaceAll(' ', '-')}`, {}) ?? name);
  return sentenceWords({ message, key, values: { details: listOf(named) } });
}

function messageOf({ key, values = {} }: Sayable, part: '' | '.advice'): string | undefined {
  if (key === undefined) return undefined;
  const said = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'object' ? sentenceWords(value) : value,
  ]);
  return messageAt(`${key}${part}`, Object.fromEntries(said));
}
