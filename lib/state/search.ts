import { create } from 'zustand';
import type { SearchEvent } from '../domain/search-event.ts';
import type { FoundSkill } from '../domain/skill.ts';

/** What one place has answered so far. Places keep their order while they stream, so that nothing moves. */
export type SearchGroup = SearchEvent;

type SearchState = {
  text: string;
  /** What this device found; undefined until it answered. */
  local?: FoundSkill[];
  groups: SearchGroup[];
  type(text: string): void;
  answerLocal(text: string, skills: FoundSkill[]): void;
  hear(event: SearchEvent): void;
};

/** State of the search. */
export const useSearch = create<SearchState>()((set) => ({
  text: '',
  groups: [],
  type: (text) => set(text.trim() ? { text } : { text, local: undefined, groups: [] }),
  answerLocal: (text, skills) => set((state) => (state.text === text ? { local: skills } : {})),
  hear: (event) =>
    set(({ groups }) => {
      const at = groups.findIndex(({ registry }) => registry === event.registry);
      if (at < 0) return { groups: [...groups, event] };
      // While it is asked again, the answer to the text before stays on the screen: rows do not blink with each letter.
      if (event.state === 'asking' && groups[at]?.state === 'answered') return {};
      return { groups: groups.with(at, event) };
    }),
}));
