import { useEffect, useState } from 'react';
import type { DryRun, DeliveryPreview as Preview } from '../../lib/domain/delivery-preview.ts';
import type { Result } from '../../lib/domain/problem.ts';
import { sentenceWords } from '../../lib/language/problem-words.ts';
import { t } from '../../lib/language/words.ts';
import { ask } from '../../lib/messaging/client.ts';
import { Icon } from '../ui/Icon.tsx';
import { ProblemNotice } from '../ui/Notice.tsx';

type Props = {
  /** Id of the alignment that is to be sent. */
  alignment: string;
  registry: string;
  /** Ids of alignments that are to be published together with it. Each render may bring a new array. */
  along?: readonly string[];
  /** Says something to the live region: that it was copied. */
  onSay(text: string): void;
};

/** Exactly what would be sent to a registry: method, address, headers and body, and what a dry run says where there is one. */
export function DeliveryPreview({ alignment, registry, along = [], onSay }: Props) {
  const together = along.join();
  const [answer, setAnswer] = useState<Result<Preview>>();
  useEffect(() => {
    let left = false;
    setAnswer(undefined);
    const asked = { alignment, registry, ...(together && { along: together.split(',') }) };
    void ask('previewDelivery', asked).then((answered) => left || setAnswer(answered));
    return () => {
      left = true;
    };
  }, [alignment, registry, together]);
  if (!answer) return <p className="muted">{t('outbox.preview.writing')}</p>;
  if (!answer.ok) return <ProblemNotice problem={answer.problem} />;
  return <PreviewText preview={answer.value} onSay={onSay} />;
}

/** A preview as text to read and to copy. */
export function PreviewText({ preview, onSay }: { preview: Preview; onSay(text: string): void }) {
  const text = textOf(preview);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => onSay(t('outbox.say.copied')),
      () => onSay(t('outbox.say.notCopiedSelect')),
    );
  return (
    <div className="stack">
      {preview.dryRun && <DryRunLine dryRun={preview.dryRun} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <pre className="verbatim" tabIndex={0}>
        {text}
      </pre>
      <div className="row">
        <button type="button" className="btn btn-small" onClick={() => void copy()}>
          <Icon name="copy" />
          {t('outbox.preview.copy')}
        </button>
        <span className="quiet">{t('outbox.preview.help')}</span>
      </div>
    </div>
  );
}

function DryRunLine({ dryRun }: { dryRun: DryRun }) {
  const isFine = dryRun.outcome === 'accepted' || dryRun.outcome === 'standing';
  return (
    <p className={isFine ? 'state state-published' : 'state state-failed'}>
      <Icon name={isFine ? 'check' : 'alert'} />
      {dryRunWords(dryRun)}
    </p>
  );
}

function dryRunWords(dryRun: DryRun): string {
  if (dryRun.outcome === 'standing') return t('outbox.dryRun.standing');
  if (dryRun.outcome === 'none') return t('outbox.dryRun.none', { problem: sentenceWords(dryRun.problem) });
  const { outcome, said } = dryRun;
  return said ? t(`outbox.dryRun.${outcome}.said`, { said }) : t(`outbox.dryRun.${outcome}`);
}

function textOf({ method, address, headers, body }: Preview): string {
  const lines = headers.map(({ name, value }) => `${name}: ${value}`);
  return [`${method} ${address}`, ...lines, ...(body ? ['', indented(body)] : [])].join('\n');
}

/** JSON is sent without line breaks and read better with them. */
function indented(body: string): string {
  return body.replace(/^[[{].*$/gm, (line) => {
    try {
      return JSON.stringify(JSON.parse(line), undefined, 2);
    } catch {
      return line;
    }
  });
}
