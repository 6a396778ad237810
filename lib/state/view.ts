import { create } from 'zustand';
import type { Problem } from '../domain/problem.ts';
import type { ResourceAlignment } from '../domain/resource-alignment.ts';
import type { Draft } from './draft.ts';

/** Something to tell the person after an action. */
export type Notice =
  | { kind: 'saved'; alignment: ResourceAlignment; created: boolean; sending: boolean }
  /** Several were saved at once: by what it is taken back, how many are new, how many were there and took the choice. */
  | { kind: 'savedSeveral'; undo: string; created: number; changed: number; sending: boolean }
  /** That was taken back; `left`: how many somebody changed since, and that stay. */
  | { kind: 'takenBack'; left: number }
  | { kind: 'removed'; undo: string }
  | { kind: 'restored' }
  /** The person let go of a draft, since another window had been faster. */
  | { kind: 'yielded'; draft: Draft }
  | { kind: 'queued'; count: number }
  | { kind: 'problem'; problem: Problem };

/** What a surface shows. The form itself is in the draft. */
type ViewState = {
  view: 'page' | 'align' | 'export' | 'sending' | 'many';
  notice?: Notice;
  /** What is spoken besides the notice: how many were found, that something was copied. */
  said: string;
  show(view: ViewState['view'], notice?: Notice): void;
  tell(notice: Notice | undefined): void;
  say(text: string): void;
};

/** State of what is on the screen. */
export const useView = create<ViewState>()((set) => ({
  view: 'page',
  said: '',
  show: (view, notice) => set({ view, notice, said: '' }),
  tell: (notice) => set({ notice, said: '' }),
  say: (said) => set({ said }),
}));
