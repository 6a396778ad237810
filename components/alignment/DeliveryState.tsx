import type { OutboxEntry } from '../../lib/domain/outbox-entry.ts';
import { Icon } from '../ui/Icon.tsx';

type Props = { entry: OutboxEntry; registry: string };

const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const time = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });

/** What became of an alignment at one registry, in a few words. */
export function DeliveryState({ entry, registry }: Props) {
  switch (entry.state) {
    case 'delivered':
      return (
        <span className="state state-published" title={registry}>
          <Icon name="check" />
          Published {entry.receipt ? day.format(new Date(entry.receipt.at)) : ''}
        </span>
      );
    case 'sending':
      return (
        <span className="state">
          <span className="spinner" aria-hidden="true" />
          On its way to {registry}
        </span>
      );
    case 'queued':
      return (
        <span className="state" title={entry.problem?.message}>
          <Icon name="clock" />
          {entry.problem ? `Queued, next try ${time.format(new Date(entry.nextTry))}` : `Queued for ${registry}`}
        </span>
      );
    default:
      return (
        <span className="state state-failed" title={entry.problem?.message}>
          <Icon name="alert" />
          Not published{entry.problem ? `: ${entry.problem.code}` : ''}
        </span>
      );
  }
}
