import { useState } from 'react';
import type { Registry } from '../../lib/domain/registry.ts';
import type { OutboxLine } from '../../lib/queries/outbox.ts';
import { DeliveryPreview } from './DeliveryPreview.tsx';
import { deliveryDetails } from './delivery-details.ts';

type Props = {
  line: OutboxLine;
  registry: Registry | undefined;
  onRetry(): void;
  onDrop(): void;
  onSay(text: string): void;
};

/** All that can be done about one delivery, with the reason in full. */
export function DeliveryActs({ line, registry, onRetry, onDrop, onSay }: Props) {
  const [asking, setAsking] = useState<'drop' | 'preview'>();
  const { entry, known } = line;
  const { state, action, problem, uri } = entry;
  const isOpen = state !== 'delivered' && state !== 'withdrawn';
  const hasPreview = action === 'publish' && known !== undefined && !known.removed && registry !== undefined;
  const copy = () =>
    navigator.clipboard.writeText(deliveryDetails(line, registry)).then(
      () => onSay('Copied the details. No key is in them.'),
      () => onSay('The browser did not let Plumbline copy.'),
    );
  return (
    <div className="stack">
      {problem && (
        <p>
          {problem.message} {problem.advice} <span className="quiet">{problem.code}</span>
        </p>
      )}
      {uri && (
        <p className="muted">
          {entry.receipt ? 'Stands there as' : 'There it is called'}{' '}
          <span className="address" dir="ltr">
            {uri}
          </span>
        </p>
      )}
      <div className="row">
        {isOpen && state !== 'sending' && (
          <button type="button" className="btn btn-small" onClick={onRetry}>
            Retry now
          </button>
        )}
        {hasPreview && (
          <button
            type="button"
            className="btn btn-small"
            aria-expanded={asking === 'preview'}
            onClick={() => setAsking(asking === 'preview' ? undefined : 'preview')}
          >
            See what is sent
          </button>
        )}
        <button type="button" className="btn btn-small" onClick={() => void copy()}>
          Copy details
        </button>
        {isOpen && asking !== 'drop' && (
          <button type="button" className="btn btn-small btn-quiet btn-bad" onClick={() => setAsking('drop')}>
            Drop
          </button>
        )}
      </div>
      {asking === 'drop' && (
        <div className="row">
          <span className="muted">{whatDroppingMeans(line, registry?.name ?? 'the registry')}</span>
          {/* biome-ignore lint/a11y/noAutofocus: the keyboard goes on where the button before it was */}
          <button type="button" className="btn btn-small btn-bad" autoFocus onClick={onDrop}>
            Drop it
          </button>
          <button type="button" className="btn btn-small" onClick={() => setAsking(undefined)}>
            Keep it
          </button>
        </div>
      )}
      {asking === 'preview' && registry && (
        <DeliveryPreview alignment={entry.alignment} registry={registry.id} onSay={onSay} />
      )}
    </div>
  );
}

function whatDroppingMeans({ entry: { action, receipt, uri } }: OutboxLine, name: string): string {
  if (action === 'withdraw')
    return `It is not withdrawn: what stands at ${name} stays there, and is no longer known here.`;
  if (receipt) return `It is not sent any more. What was sent before stays at ${name}, and is no longer known here.`;
  const maybe = uri ? ` If a try got through, it stays at ${name}.` : '';
  return `It is not sent to ${name} any more.${maybe} Your alignment stays here.`;
}
