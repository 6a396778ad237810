import * as z from 'zod/mini';
import { create } from 'zustand';
import { type MergedSkill, mergeSkills, placeAfterTouch } from '../domain/merged-skill.ts';
import type { Problem } from '../domain/problem.ts';
import type { SearchEvent } from '../domain/search-event.ts';
import type { FoundSkill } from '../domain/skill.ts';
import type { SkillFilter } from '../domain/skill-filter.ts';
import type { PageDrafts } from './drafts.ts';

/** The place that stands for all that is kept on this device. */
export const thisDevice = 'device';

/** What one registry has answered so far. */
export type SearchGroup = {
  registry: string;
  name: string;
  /** What it found; while it is asked again, what it found before and what says the new text too. */
  skills: readonly FoundSkill[];
  /** How many there are in all, where it says so. */
  total?: number | undefined;
  /** When it said so, in milliseconds since the epoch; absent where its rows are left over from the text before. */
  at?: number | undefined;
  /** Why it could not answer; what it answered before stands all the same. */
  problem?: Problem | undefined;
  /** Until when it asked to be left alone, in milliseconds since the epoch. */
  until?: number | undefined;
  /** Whether its answer to the text is still to come. */
  asking: boolean;
};

type SearchState = {
  text: string;
  /** When the text was typed, where it was found again and not typed in this window; milliseconds since the epoch. */
  restoredAt?: number | undefined;
  /** The text that the results are for; it trails `text` by the moment that this device takes to search. */
  found: string;
  /** What this device found; undefined until it answered. */
  local?: readonly FoundSkill[] | undefined;
  /** The registries asked, in the order in which the person added them. */
  groups: readonly SearchGroup[];
  /** What all places found, in the order in which it is shown. */
  rows: readonly MergedSkill[];
  /** From which row on they came in after the person had touched the list; as many as there are rows where none did. */
  late: number;
  /** Whether the person went into the list, by pointer or by arrow key: from then on no row moves. */
  touched: boolean;
  filter: SkillFilter;
  /** Whether anything more may come for the text. */
  busy: boolean;
  /** The registries that said something since the text was typed, which can be before this device answers it. */
  heard: ReadonlySet<string>;
  type(text: string): void;
  /** Brings back what was typed before. */
  restore(text: string, at: number): void;
  answerLocal(text: string, skills: readonly FoundSkill[]): void;
  hear(event: SearchEvent): void;
  /** Every registry has answered or failed. */
  rest(): void;
  touch(): void;
  /** Changes some of the filter and leaves the rest; an undefined member drops what was chosen. */
  narrow(change: SkillFilter): void;
  dropFilter(): void;
};

const nothing = {
  found: '',
  local: undefined,
  groups: [],
  rows: [],
  late: 0,
  touched: false,
  filter: {},
  busy: false,
  heard: new Set<string>(),
} satisfies Partial<SearchState>;

/** State of the search. */
export const useSearch = create<SearchState>()((set) => ({
  text: '',
  ...nothing,
  type: (text) => set({ ...typed(text), restoredAt: undefined }),
  restore: (text, restoredAt) => set({ ...typed(text), restoredAt }),
  answerLocal: (text, local) =>
    set((state) => {
      if (state.text !== text) return {};
      const groups = state.groups.map((group) => {
        const { registry, name, skills } = group;
        return state.heard.has(registry) ? group : { registry, name, skills: stillFitting(skills, text), asking: true };
      });
      return placed({ ...state, found: text, local, groups, touched: false });
    }),
  hear: (event) =>
    set((state) => {
      const at = state.groups.findIndex(({ registry }) => registry === event.registry);
      const heard = groupOf(event, state.groups[at], state.touched);
      const groups = at < 0 ? [...state.groups, heard] : state.groups.with(at, heard);
      const all = new Set(state.heard).add(event.registry);
      return placed({ ...state, groups, heard: all, busy: state.busy || heard.asking });
    }),
  // Who has still not answered was not asked at all: what was typed named a skill, and another place knew it.
  rest: () =>
    set((state) => {
      const groups = state.groups.filter(({ asking }) => !asking);
      return groups.length === state.groups.length ? { busy: false } : placed({ ...state, groups, busy: false });
    }),
  touch: () => set((state) => (state.touched ? state : { touched: true })),
  narrow: (change) => set(({ filter }) => ({ filter: { ...filter, ...change } })),
  dropFilter: () => set({ filter: {} }),
}));

function typed(text: string): Partial<SearchState> {
  return text.trim() ? { text, busy: true, heard: nothing.heard } : { text, ...nothing };
}

/** The field's name among the drafts of a page. */
const form = 'search';

/** Takes up the search that was typed for a page, and keeps every letter of it until the answered function is called. */
export function keepSearch(drafts: PageDrafts): () => void {
  // A tab that is closed was done with its search, unless the whole browser was.
  const kept = drafts.take(form, z.string(), 'earlier runs');
  if (kept) useSearch.getState().restore(kept.value, kept.at);
  return useSearch.subscribe(({ text }, before) => {
    if (text === before.text) return;
    if (text.trim()) drafts.keep(form, text);
    else drafts.forget(form);
  });
}

/** The state with its rows where they belong. */
function placed(state: SearchState): SearchState {
  const { found, local = [], groups, touched } = state;
  const there = groups.map(({ registry, skills }) => ({ place: registry, skills }));
  const rows = mergeSkills(found, [{ place: thisDevice, skills: local }, ...there]);
  return { ...state, ...(touched ? placeAfterTouch(state, rows) : { rows, late: rows.length }) };
}

/** The rows that have each word of the text stay while a registry is asked again, so that they do not blink. */
function stillFitting(skills: readonly FoundSkill[], text: string): FoundSkill[] {
  const words = text.toLowerCase().trim().split(/\s+/);
  const said = ({ name, statement, code = '' }: FoundSkill) => `${name} ${statement} ${code}`.toLowerCase();
  return skills.filter((skill) => words.every((word) => said(skill).includes(word)));
}

function groupOf(event: SearchEvent, before: SearchGroup | undefined, touched: boolean): SearchGroup {
  const { registry, name, state } = event;
  const skills = before?.skills ?? [];
  if (state === 'asking') {
    const { kept } = event;
    if (kept)
      return { registry, name, ...kept, skills: touched ? joined(kept.skills, skills) : kept.skills, asking: true };
    return { registry, name, skills, total: before?.total, at: before?.at, asking: true };
  }
  if (state === 'failed') {
    const { problem, until } = event;
    const standing = before?.at !== undefined || touched;
    return {
      registry,
      name,
      skills: standing ? skills : [],
      total: before?.total,
      at: before?.at,
      problem,
      until,
      asking: false,
    };
  }
  const { total, at } = event;
  return { registry, name, skills: touched ? joined(event.skills, skills) : event.skills, total, at, asking: false };
}

/** What was there before stays behind what is new: no row goes from under the pointer. */
function joined(fresh: readonly FoundSkill[], before: readonly FoundSkill[]): FoundSkill[] {
  const uris = new Set(fresh.map(({ uri }) => uri));
  return [...fresh, ...before.filter(({ uri }) => !uris.has(uri))];
}
