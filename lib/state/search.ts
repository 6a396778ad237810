import { create } from 'zustand';
import type { Problem } from '../domain/problem.ts';
import type { SearchEvent } from '../domain/search-event.ts';
import type { FoundSkill } from '../domain/skill.ts';

/** What one registry has answered so far. Groups keep their order while they stream, so that nothing moves. */
export type SearchGroup = {
  registry: string;
  name: string;
  /** What it found; while it is asked again, what it found for the text before: rows do not blink with each letter. */
  skills: readonly FoundSkill[];
  /** Why it could not answer. */
  problem?: Problem;
  /** Whether its answer to the text is still to come. */
  asking: boolean;
};

type SearchState = {
  text: string;
  /** What this device found; undefined until it answered. */
  local?: readonly FoundSkill[];
  groups: readonly SearchGroup[];
  /** Whether anything more may come for the text. */
  busy: boolean;
  type(text: string): void;
  answerLocal(text: string, skills: readonly FoundSkill[]): void;
  hear(event: SearchEvent): void;
  /** Every registry has answered or failed. */
  rest(): void;
};

const nothing = { local: undefined, groups: [], busy: false };

/** State of the search. */
export const useSearch = create<SearchState>()((set) => ({
  text: '',
  ...nothing,
  type: (text) =>
    set(({ groups }) =>
      text.trim()
        ? { text, busy: true, groups: groups.map((group) => ({ ...group, asking: true })) }
        : { text, ...nothing },
    ),
  answerLocal: (text, skills) => set((state) => (state.text === text ? { local: skills } : {})),
  hear: (event) =>
    set(({ groups }) => {
      const at = groups.findIndex(({ registry }) => registry === event.registry);
      const heard = groupOf(event, groups[at]?.skills ?? []);
      return { groups: at < 0 ? [...groups, heard] : groups.with(at, heard) };
    }),
  rest: () => set({ busy: false }),
}));

function groupOf(event: SearchEvent, before: readonly FoundSkill[]): SearchGroup {
  const { registry, name, state } = event;
  if (state === 'asking') return { registry, name, skills: before, asking: true };
  if (state === 'failed') return { registry, name, skills: [], problem: event.problem, asking: false };
  return { registry, name, skills: event.skills, asking: false };
}
