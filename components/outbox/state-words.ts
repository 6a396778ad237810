import type { DeliveryState } from '../../lib/domain/outbox-entry.ts';
import type { OutboxFilter } from '../../lib/queries/outbox.ts';
import type { IconName } from '../ui/Icon.tsx';

/** A delivery's state as the screens name it, with its icon and its class. */
export type StateWord = { label: string; icon: IconName; className: string };

const publishing: Record<DeliveryState, StateWord> = {
  queued: { label: 'Queued', icon: 'clock', className: 'state' },
  sending: { label: 'On its way', icon: 'next', className: 'state' },
  delivered: { label: 'Published', icon: 'check', className: 'state state-published' },
  failed: { label: 'Not published', icon: 'alert', className: 'state state-failed' },
  paused: { label: 'Paused', icon: 'info', className: 'state state-draft' },
  withdrawn: { label: 'Withdrawn', icon: 'back', className: 'state' },
};

const withdrawing: Partial<Record<DeliveryState, string>> = {
  queued: 'To be withdrawn',
  sending: 'Being withdrawn',
  failed: 'Not withdrawn',
  paused: 'Withdrawal paused',
};

/** The word for an entry's state; taking back has words of its own. */
export function stateWord(state: DeliveryState, action: 'publish' | 'withdraw'): StateWord {
  const word = publishing[state];
  const label = action === 'withdraw' ? withdrawing[state] : undefined;
  return label ? { ...word, label } : word;
}

/** What can be chosen to see, in its order. */
export const filterWords: readonly { state: OutboxFilter['state']; label: string }[] = [
  { state: 'open', label: 'Not done yet' },
  { state: 'failed', label: 'Failed' },
  { state: 'paused', label: 'Paused' },
  { state: 'sending', label: 'On its way' },
  { state: 'queued', label: 'Queued' },
  { state: 'delivered', label: 'Published' },
  { state: 'withdrawn', label: 'Withdrawn' },
];
