import { useId, useRef, useState } from 'react';
import type { Evidence } from '../../lib/domain/evidence.ts';
import { sentenceWords } from '../../lib/language/problem-words.ts';
import { t } from '../../lib/language/words.ts';
import { ask } from '../../lib/messaging/client.ts';
import { usePage } from '../../lib/state/page.ts';
import { useView } from '../../lib/state/view.ts';
import { EvidenceQuote, PassageNote, ShowPassage } from './EvidenceQuote.tsx';
import { usePassage } from './use-passage.ts';

type Props = {
  evidence: Evidence | undefined;
  /** Takes a passage, or takes it out. */
  onChange(evidence: Evidence | undefined): void;
};

/** The passage that shows the alignment to be right: taken from the page's selection, shown, and taken out again. */
export function EvidenceField({ evidence, onChange }: Props) {
  const { tab, reading, change } = usePage();
  const state = usePassage(evidence);
  const [said, setSaid] = useState('');
  const say = useView((view) => view.say);
  const taker = useRef<HTMLButtonElement>(null);
  const label = useId();
  const canSelect = tab !== undefined && reading !== undefined && !reading.problem && !change;
  const take = async () => {
    const answer = await ask('readSelection', { tab: tab ?? -1 });
    if (!answer.ok) return setSaid(sentenceWords(answer.problem));
    if (answer.value) onChange(answer.value);
    setSaid(answer.value ? '' : t('alignment.evidence.nothing'));
    say(t(answer.value ? 'alignment.evidence.taken' : 'alignment.evidence.nothing'));
  };
  const remove = () => {
    onChange(undefined);
    // The button goes with the quote; the keyboard goes on beside it.
    taker.current?.focus();
  };
  if (!evidence && !canSelect) return null;
  return (
    <section className="field" aria-labelledby={label}>
      <div className="section-head evidence-head">
        <span className="label" id={label}>
          {t('alignment.evidence')}
        </span>
        {evidence ? <PassageNote state={state} /> : <span className="quiet">{t('alignment.evidence.optional')}</span>}
        <span className="push row">
          {evidence && state !== 'orphaned' && <ShowPassage evidence={evidence} />}
          {evidence && (
            <button type="button" className="link" onClick={remove}>
              {t('alignment.evidence.remove')}
            </button>
          )}
          {canSelect && (
            <button ref={taker} type="button" className="link" onClick={() => void take()}>
              {t('alignment.evidence.use')}
            </button>
          )}
        </span>
      </div>
      {evidence && <EvidenceQuote evidence={evidence} />}
      {said && <p className="hint">{said}</p>}
    </section>
  );
}
