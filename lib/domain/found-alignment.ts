import type { Relation } from './resource-alignment.ts';

/** An alignment of a page that stands at a registry, whoever put it there. */
export type FoundAlignment = {
  /** The object's lasting address there. */
  uri: string;
  /** Absent where the registry's word for it is none that we know; `said` has that word then. */
  relation?: Relation;
  said?: string;
  skill: { uri: string; name?: string; statement?: string };
  /** Who says so, as the registry names them: a person, an organisation, or the end of a key. Absent where it does not. */
  by?: string;
  /** Whether it is signed with our own key there. */
  own: boolean;
  /** When it was said, ISO 8601. */
  at?: string;
};
