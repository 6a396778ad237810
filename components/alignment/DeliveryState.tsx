import type { ReactNode } from 'react';
import type { OutboxEntry } from '../../lib/domain/outbox-entry.ts';
import { date, time } from '../../lib/language/format.ts';
import { sentenceWords } from '../../lib/language/problem-words.ts';
import { t } from '../../lib/language/words.ts';
import { Icon } from '../ui/Icon.tsx';

type Props = {
  entry: OutboxEntry;
  /** The registry's name; undefined where it is removed by now. */
  registry: string | undefined;
};

/** What became of an alignment at one registry, in a few words. */
export function DeliveryState({ entry, registry }: Props) {
  const { state, problem } = entry;
  switch (state) {
    case 'delivered':
      return (
        <State className="state state-published" title={registry} icon={<Icon name="check" />}>
          {entry.receipt
            ? t('alignment.delivery.publishedOn', { date: date(entry.receipt.at) })
            : t('alignment.delivery.published')}
        </State>
      );
    case 'sending':
      return (
        <State className="state" icon={<span className="spinner" aria-hidden="true" />}>
          {registry ? t('alignment.delivery.sendingTo', { registry }) : t('alignment.delivery.sending')}
        </State>
      );
    case 'queued':
      return (
        <State className="state" title={problem && sentenceWords(problem)} icon={<Icon name="clock" />}>
          {queuedWords(entry, registry)}
        </State>
      );
    default:
      return (
        <State className="state state-failed" title={problem && sentenceWords(problem)} icon={<Icon name="alert" />}>
          {problem ? t('alignment.delivery.failedBy', { code: problem.code }) : t('alignment.delivery.failed')}
        </State>
      );
  }
}

type StateProps = { className: string; title?: string | undefined; icon: ReactNode; children: string };

function State({ className, title, icon, children }: StateProps) {
  return (
    <span className={className} title={title}>
      {icon}
      {children}
    </span>
  );
}

function queuedWords({ problem, nextTry }: OutboxEntry, registry: string | undefined): string {
  if (problem) return t('alignment.delivery.again', { time: time(nextTry) });
  return registry ? t('alignment.delivery.queuedFor', { registry }) : t('alignment.delivery.queued');
}
