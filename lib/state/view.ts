import { create } from 'zustand';
import type { Problem } from '../domain/problem.ts';
import type { ResourceAlignment } from '../domain/resource-alignment.ts';

/** Something to tell the person after an action. */
export type Notice =
  | { kind: 'saved'; alignment: ResourceAlignment; created: boolean; sending: boolean }
  | { kind: 'removed' }
  | { kind: 'said'; text: string }
  | { kind: 'queued'; count: number }
  | { kind: 'problem'; problem: Problem };

/** What a surface shows. The form itself is in the draft. */
type ViewState = {
  view: 'page' | 'align' | 'export';
  notice?: Notice;
  show(view: ViewState['view'], notice?: Notice): void;
  tell(notice: Notice | undefined): void;
};

/** State of what is on the screen. */
export const useView = create<ViewState>()((set) => ({
  view: 'page',
  show: (view, notice) => set({ view, notice }),
  tell: (notice) => set({ notice }),
}));
