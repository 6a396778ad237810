import * as z from 'zod/mini';

/**
 * What the background asks of the practice page: to do itself what a script of this file name would do that is injected into
 * a page. Browsers inject nothing into pages of extensions.
 */
export const PracticeAsked = z.strictObject({ practise: z.string(), args: z.array(z.unknown()) });
export type PracticeAsked = z.infer<typeof PracticeAsked>;
