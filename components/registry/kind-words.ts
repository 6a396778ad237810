import type { RegistryKind } from '../../lib/domain/registry.ts';

/** Kinds of registry as a person chooses them: what they are called and what a key is for there. */
export const kindWords: Record<RegistryKind, { label: string; does: string; tokenHint: string }> = {
  osmt: {
    label: 'OSMT',
    does: 'Answers skills',
    tokenHint: 'Only where the library is not open to everybody.',
  },
  cass: {
    label: 'CASS',
    does: 'Answers competencies, takes alignments',
    tokenHint:
      'Only where your organisation’s sign-in gave you one. Publishing needs a signing key, made after adding.',
  },
};
