import { create } from 'zustand';
import type { Problem } from '../domain/problem.ts';
import type { SearchEvent } from '../domain/search-event.ts';
import type { FoundSkill } from '../domain/skill.ts';

/** What one registry has answered so far. Groups keep their order while they stream, so that nothing moves. */
export type SearchGroup = {
  registry: string;
  name: string;
  /** What it found; while it is asked again, what it found before and what says the new text too. */
  skills: readonly FoundSkill[];
  /** Why it could not answer. */
  problem?: Problem;
  /** Whether its answer to the text is still to come. */
  asking: boolean;
};

type SearchState = {
  text: string;
  /** The text that the results are for; it trails `text` by the moment that this device takes to search. */
  found: string;
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

const nothing = { found: '', local: undefined, groups: [], busy: false };

/** State of the search. */
export const useSearch = create<SearchState>()((set) => ({
  text: '',
  ...nothing,
  type: (text) => set(text.trim() ? { text, busy: true } : { text, ...nothing }),
  answerLocal: (text, skills) =>
    set((state) => {
      if (state.text !== text) return {};
      const groups = state.groups.map((group) => ({
        ...group,
        skills: stillFitting(group.skills, text),
        asking: true,
      }));
      return { found: text, local: skills, groups };
    }),
  hear: (event) =>
    set(({ groups }) => {
      const at = groups.findIndex(({ registry }) => registry === event.registry);
      const heard = groupOf(event, groups[at]?.skills ?? []);
      return { groups: at < 0 ? [...groups, heard] : groups.with(at, heard) };
    }),
  rest: () => set({ busy: false }),
}));

/** The rows that have each word of the text stay while a registry is asked again, so that they do not blink. */
function stillFitting(skills: readonly FoundSkill[], text: string): FoundSkill[] {
  const words = text.toLowerCase().trim().split(/\s+/);
  const said = ({ name, statement, code = '' }: FoundSkill) => `${name} ${statement} ${code}`.toLowerCase();
  return skills.filter((skill) => words.every((word) => said(skill).includes(word)));
}

function groupOf(event: SearchEvent, before: readonly FoundSkill[]): SearchGroup {
  const { registry, name, state } = event;
  if (state === 'asking') return { registry, name, skills: before, asking: true };
  if (state === 'failed') return { registry, name, skills: [], problem: event.problem, asking: false };
  return { registry, name, skills: event.skills, asking: false };
}
