import type { DeliveryState } from '../../lib/domain/outbox-entry.ts';
import { type PlainKey, t } from '../../lib/language/words.ts';
import type { OutboxFilter } from '../../lib/queries/outbox.ts';
import type { IconName } from '../ui/Icon.tsx';

/** A delivery's state as the screens name it, with its icon and its class. */
export type StateWord = { label: string; icon: IconName; className: string };

const looks: Record<DeliveryState, Omit<StateWord, 'label'>> = {
  queued: { icon: 'clock', className: 'state' },
  sending: { icon: 'next', className: 'state' },
  delivered: { icon: 'check', className: 'state state-published' },
  failed: { icon: 'alert', className: 'state state-failed' },
  paused: { icon: 'info', className: 'state state-draft' },
  withdrawn: { icon: 'back', className: 'state' },
};

const withdrawing: Partial<Record<DeliveryState, PlainKey>> = {
  queued: 'outbox.withdraw.queued',
  sending: 'outbox.withdraw.sending',
  failed: 'outbox.withdraw.failed',
  paused: 'outbox.withdraw.paused',
};

/** The word for an entry's state; taking back has words of its own. */
export function stateWord(state: DeliveryState, action: 'publish' | 'withdraw'): StateWord {
  const label = (action === 'withdraw' && withdrawing[state]) || (`outbox.publish.${state}` as const);
  return { ...looks[state], label: t(label) };
}

/** The word for what can be chosen to see. */
export const filterWord = (state: OutboxFilter['state']) => t(`outbox.filter.${state}`);

/** What can be chosen to see, in its order. */
export const filterStates: readonly OutboxFilter['state'][] = [
  'open',
  'failed',
  'paused',
  'sending',
  'queued',
  'delivered',
  'withdrawn',
];
