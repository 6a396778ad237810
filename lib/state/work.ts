import { create } from 'zustand';

const key = 'work-list';

/** A page that a tab was sent to from a list. The browser may keep its address from us; the list knows it. */
export type SentTo = {
  tab: number;
  address: string;
  title?: string | undefined;
  /** How far its loading is. What the tab loads after it was there is something else. */
  at: 'asked' | 'loading' | 'there';
};

type WorkState = {
  /** The list that is worked through, on this device; absent where none is. */
  list?: string | undefined;
  sent?: SentTo | undefined;
  /** Whether what is shown of the page is what the list says, since the browser let nobody read it. */
  unread: boolean;
  /** Works through a list, or (undefined) puts it away. */
  choose(list: string | undefined): void;
  /** A tab is sent to a page of the list. */
  send(sent: Omit<SentTo, 'at'>): void;
  /** A tab began to load, or came to its end. */
  loaded(tab: number, status: string): void;
  tellUnread(unread: boolean): void;
};

/** State of the work on a list. */
export const useWork = create<WorkState>()((set) => ({
  ...chosen(),
  unread: false,
  choose: (list) => {
    if (list === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, list);
    set({ list, sent: undefined });
  },
  send: (sent) => set({ sent: { ...sent, at: 'asked' } }),
  loaded: (tab, status) => set(({ sent }) => (sent?.tab === tab ? { sent: after(sent, status) } : {})),
  tellUnread: (unread) => set({ unread }),
}));

/** The page that a tab was sent to, as long as it cannot have gone elsewhere since. */
export function sentTo(tab: number | undefined): SentTo | undefined {
  const { sent } = useWork.getState();
  return sent?.tab === tab ? sent : undefined;
}

/** Follows what other windows of ours choose, until the answered function is called. */
export function followWork(): () => void {
  const hear = (event: StorageEvent) => {
    if (event.key === key) useWork.setState({ list: event.newValue ?? undefined });
  };
  addEventListener('storage', hear);
  return () => removeEventListener('storage', hear);
}

function after(sent: SentTo, status: string): SentTo | undefined {
  if (status === 'loading') return sent.at === 'there' ? undefined : { ...sent, at: 'loading' };
  return sent.at === 'loading' ? { ...sent, at: 'there' } : sent;
}

function chosen(): { list?: string } {
  const list = globalThis.localStorage?.getItem(key);
  return list ? { list } : {};
}
