import * as z from 'zod/mini';
import { Syntax } from './page-reading.ts';
import { Relation } from './resource-alignment.ts';
import { FrameworkReference } from './skill.ts';

/** An alignment that the page itself declares. Of the skill only what the page says is known; often a name alone. */
export const DeclaredAlignment = z.object({
  relation: Relation,
  skill: z.object({
    uri: z.optional(z.string()),
    name: z.optional(z.string()),
    statement: z.optional(z.string()),
    code: z.optional(z.string()),
    framework: z.optional(FrameworkReference),
  }),
  syntax: Syntax,
  /** The property or alignmentType as the page spells it, where it had to be guessed at. */
  asWritten: z.optional(z.string()),
  /** Name of the frame that declares it; absent where the page's own document does. */
  frame: z.optional(z.string()),
});
export type DeclaredAlignment = z.infer<typeof DeclaredAlignment>;
