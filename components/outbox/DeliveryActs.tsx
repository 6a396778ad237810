import { useState } from 'react';
import type { Registry } from '../../lib/domain/registry.ts';
import { t } from '../../lib/language/words.ts';
import type { OutboxLine } from '../../lib/queries/outbox.ts';
import { ProblemLine } from '../ui/ProblemLine.tsx';
import { Words } from '../ui/Words.tsx';
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
      () => onSay(t('outbox.say.copiedDetails')),
      () => onSay(t('outbox.say.notCopied')),
    );
  return (
    <div className="stack">
      {problem && <ProblemLine problem={problem} />}
      {uri && (
        <p className="muted">
          <Words
            of={entry.receipt ? 'outbox.standsAs' : 'outbox.calledThere'}
            values={{
              address: (
                <span className="address" dir="ltr" data-own-words="">
                  {uri}
                </span>
              ),
            }}
          />
        </p>
      )}
      <div className="row">
        {isOpen && state !== 'sending' && (
          <button type="button" className="btn btn-small" onClick={onRetry}>
            {t('outbox.retryNow')}
          </button>
        )}
        {hasPreview && (
          <button
            type="button"
            className="btn btn-small"
            aria-expanded={asking === 'preview'}
            onClick={() => setAsking(asking === 'preview' ? undefined : 'preview')}
          >
            {t('outbox.preview')}
          </button>
        )}
        <button type="button" className="btn btn-small" onClick={() => void copy()}>
          {t('outbox.copyDetails')}
        </button>
        {isOpen && asking !== 'drop' && (
          <button type="button" className="btn btn-small btn-quiet btn-bad" onClick={() => setAsking('drop')}>
            {t('outbox.drop')}
          </button>
        )}
      </div>
      {asking === 'drop' && (
        <div className="row">
          <span className="muted">{whatDroppingMeans(line, registry?.name ?? t('outbox.thatRegistry'))}</span>
          {/* biome-ignore lint/a11y/noAutofocus: the keyboard goes on where the button before it was */}
          <button type="button" className="btn btn-small btn-bad" autoFocus onClick={onDrop}>
            {t('outbox.dropIt')}
          </button>
          <button type="button" className="btn btn-small" onClick={() => setAsking(undefined)}>
            {t('outbox.keepIt')}
          </button>
        </div>
      )}
      {asking === 'preview' && registry && (
        <DeliveryPreview alignment={entry.alignment} registry={registry.id} onSay={onSay} />
      )}
    </div>
  );
}

function whatDroppingMeans({ entry: { action, receipt, uri } }: OutboxLine, registry: string): string {
  if (action === 'withdraw') return t('outbox.dropping.withdrawal', { registry });
  if (receipt) return t('outbox.dropping.sent', { registry });
  return t(uri ? 'outbox.dropping.perhaps' : 'outbox.dropping.unsent', { registry });
}
