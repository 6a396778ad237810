import { useId, useState } from 'react';
import type { Registry } from '../../lib/domain/registry.ts';
import { number } from '../../lib/language/format.ts';
import { sentenceWords } from '../../lib/language/problem-words.ts';
import { t } from '../../lib/language/words.ts';
import type { OutboxLine } from '../../lib/queries/outbox.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Moment } from '../ui/Moment.tsx';
import { DeliveryActs } from './DeliveryActs.tsx';
import { DeliverySubject } from './DeliverySubject.tsx';
import { deliveryWords } from './delivery-words.ts';
import { stateWord } from './state-words.ts';

/** The outbox's columns but for the last, which holds buttons. */
export const outboxColumns = ['what', 'registry', 'state', 'reason', 'tries', 'next'] as const;

type Props = {
  line: OutboxLine;
  registry: Registry | undefined;
  now: number;
  onRetry(): void;
  onDrop(): void;
  onSay(text: string): void;
};

/** One delivery: what goes where, how far it is and why, and behind "more" all that can be done about it. */
export function OutboxRow({ line, registry, now, onRetry, onDrop, onSay }: Props) {
  const [open, setOpen] = useState(false);
  const more = useId();
  const { entry } = line;
  const { state, action, attempts, problem } = entry;
  const { label, icon, className } = stateWord(state, action);
  const delivery = deliveryWords(line, registry?.name);
  const stuck = state === 'failed' || state === 'paused';
  return (
    <tbody>
      <tr className={open ? 'is-open' : undefined}>
        <td className="skill">
          <DeliverySubject line={line} whole={open} />
        </td>
        <td dir="auto">{registry ? <span data-own-words="">{registry.name}</span> : t('outbox.delivery.removed')}</td>
        <td>
          <span className={className}>
            <Icon name={icon} />
            {label}
          </span>
        </td>
        <td>
          {problem && (
            <span className="clamp-2" title={sentenceWords(problem)}>
              <span className="code">{problem.code}</span> {sentenceWords(problem)}
            </span>
          )}
        </td>
        <td className="number" data-column={t('outbox.column.tries')}>
          {attempts > 0 ? number(attempts) : ''}
        </td>
        <td>
          <NextTry line={line} now={now} />
        </td>
        <td className="acts">
          {stuck && (
            <button
              type="button"
              className="btn btn-small"
              aria-label={t('outbox.retry.name', { delivery })}
              onClick={onRetry}
            >
              {t('outbox.retry')}
            </button>
          )}
          <IconButton
            icon={open ? 'close' : 'more'}
            label={t(open ? 'outbox.less' : 'outbox.more', { delivery })}
            aria-expanded={open}
            aria-controls={more}
            onClick={() => setOpen(!open)}
          />
        </td>
      </tr>
      {open && (
        <tr id={more} className="more">
          <td colSpan={outboxColumns.length + 1}>
            <DeliveryActs line={line} registry={registry} onRetry={onRetry} onDrop={onDrop} onSay={onSay} />
          </td>
        </tr>
      )}
    </tbody>
  );
}

function NextTry({ line: { entry }, now }: { line: OutboxLine; now: number }) {
  const { state, nextTry, receipt } = entry;
  if (state === 'delivered') return receipt ? <Moment at={receipt.at} now={now} /> : null;
  if (state === 'queued') return nextTry > now ? <Moment at={nextTry} now={now} /> : t('outbox.next.now');
  return state === 'sending' ? t('outbox.next.underWay') : state === 'withdrawn' ? null : t('outbox.next.onRetry');
}
