import { create } from 'zustand';

const key = 'work-list';

/** A page that a tab was sent to from a list. The browser may keep its address from us; the list knows it. */
export type SentTo = { tab: number; address: string; title?: string };

type WorkState = {
  /** The list that is worked through, on this device; absent where none is. */
  list?: string | undefined;
  sent?: SentTo | undefined;
  /** Works through a list, or (undefined) puts it away. */
  choose(list: string | undefined): void;
  send(sent: SentTo | undefined): void;
};

/** State of the work on a list. */
export const useWork = create<WorkState>()((set) => ({
  ...chosen(),
  choose: (list) => {
    if (list === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, list);
    set({ list, sent: undefined });
  },
  send: (sent) => set({ sent }),
}));

/** Follows what other windows of ours choose, until the answered function is called. */
export function followWork(): () => void {
  const hear = (event: StorageEvent) => {
    if (event.key === key) useWork.setState({ list: event.newValue ?? undefined });
  };
  addEventListener('storage', hear);
  return () => removeEventListener('storage', hear);
}

function chosen(): { list?: string } {
  const list = globalThis.localStorage?.getItem(key);
  return list ? { list } : {};
}
