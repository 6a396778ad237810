import { useId, useState } from 'react';
import type { Registry } from '../../lib/domain/registry.ts';
import type { OutboxLine } from '../../lib/queries/outbox.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Moment } from '../ui/Moment.tsx';
import { DeliveryActs } from './DeliveryActs.tsx';
import { DeliverySubject } from './DeliverySubject.tsx';
import { subjectWords } from './delivery-details.ts';
import { stateWord } from './state-words.ts';

/** How many columns the outbox has. */
export const outboxColumns = ['What', 'Registry', 'State', 'Reason', 'Tries', 'Next try'] as const;

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
  const called = `${subjectWords(line) ?? 'a delivery'} for ${registry?.name ?? 'a registry'}`;
  const stuck = state === 'failed' || state === 'paused';
  return (
    <tbody>
      <tr className={open ? 'is-open' : undefined}>
        <td className="skill">
          <DeliverySubject line={line} whole={open} />
        </td>
        <td dir="auto">{registry?.name ?? 'a removed registry'}</td>
        <td>
          <span className={className}>
            <Icon name={icon} />
            {label}
          </span>
        </td>
        <td>
          {problem && (
            <span className="clamp-2" title={problem.message}>
              <span className="code">{problem.code}</span> {problem.message}
            </span>
          )}
        </td>
        <td className="number">{attempts > 0 ? attempts.toLocaleString() : ''}</td>
        <td>
          <NextTry line={line} now={now} />
        </td>
        <td className="acts">
          {stuck && (
            <button type="button" className="btn btn-small" aria-label={`Retry ${called}`} onClick={onRetry}>
              Retry
            </button>
          )}
          <IconButton
            icon={open ? 'close' : 'more'}
            label={`${open ? 'Less' : 'More'} for ${called}`}
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
  if (state === 'queued') return nextTry > now ? <Moment at={nextTry} now={now} /> : <>now</>;
  return state === 'sending' ? <>under way</> : state === 'withdrawn' ? null : <>on retry</>;
}
