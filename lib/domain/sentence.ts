import * as z from 'zod/mini';

/**
 * A sentence for a person, in English and as what makes it in every language that the screens speak: the key of its
 * message in `locales/` and what that message has to be told. Made by `problems.ts` and `warnings.ts`.
 */
export type Sentence = {
  /** In English, filled in: for logs, and for screens that do not know the key. */
  message: string;
  /** Such as `problem.R313`. Absent where it was written down before there were keys. */
  key?: string | undefined;
  /** What fills the message. A key's values never change: what needs others gets another key. */
  values?: Readonly<Record<string, string | number | Sentence>> | undefined;
  /** What another said of it, in its own words and language: a registry's answer. `message` has it, too. */
  said?: string | undefined;
};

/** The members of a sentence, for what is one and more than that. */
export const sentence = {
  message: z.string(),
  key: z.optional(z.string()),
  values: z.optional(
    z.record(
      z.string(),
      z.union([z.string(), z.number(), z.lazy((): z.ZodMiniType<Sentence, Sentence> => z.object(sentence))]),
    ),
  ),
  said: z.optional(z.string()),
};
