import { useContext } from 'react';
import type { Evidence, PassageState } from '../../lib/domain/evidence.ts';
import { t } from '../../lib/language/words.ts';
import { EvidenceContext } from '../evidence/evidence-context.ts';
import { LostPassage, ShowOnPage } from '../evidence/ShowEvidence.tsx';
import { usePassage } from './use-passage.ts';
import { passageWord } from './words.ts';

/** The quoted passage; one that is gone from the page is marked and stays. */
export function EvidenceQuote({ evidence }: { evidence: Evidence }) {
  const { quote, frame } = evidence;
  return (
    <blockquote className="quote" dir="auto">
      <p data-own-words="">{quote.exact}</p>
      {frame && <footer className="quiet">{t('alignment.evidence.inFrame', { frame })}</footer>}
    </blockquote>
  );
}

/** What became of a passage, in words; nothing where that cannot be known. */
export function PassageNote({ state }: { state: PassageState | undefined }) {
  if (!state) return null;
  return <span className={state === 'orphaned' ? 'is-gone' : 'quiet'}>{passageWord(state)}</span>;
}

type KeptProps = {
  evidence: Evidence;
  /** Id of the alignment that it is of. */
  alignment: string;
  /** Opens the alignment to be changed. */
  onEdit(): void;
};

/** A kept alignment's evidence: the passage, whether it is still there, and the way to it, on this page or in a new tab. */
export function KeptEvidence({ evidence, alignment, onEdit }: KeptProps) {
  const state = usePassage(evidence);
  const canShow = useContext(EvidenceContext) !== undefined;
  return (
    <figure className={state === 'orphaned' ? 'evidence is-lost' : 'evidence'}>
      <EvidenceQuote evidence={evidence} />
      <figcaption className="muted dots">
        <span>{t('alignment.evidence.kept')}</span>
        {state !== 'orphaned' && <PassageNote state={state} />}
        {state !== 'orphaned' && (
          // The dot before it is no part of its name.
          <span>{canShow ? <ShowOnPage alignment={alignment} /> : <ShowPassage evidence={evidence} />}</span>
        )}
      </figcaption>
      {state === 'orphaned' && <LostPassage onEdit={onEdit} />}
    </figure>
  );
}

/** Opens the page at the passage, in a tab of its own. */
export function ShowPassage({ evidence }: { evidence: Evidence }) {
  if (!evidence.address) return null;
  return (
    <a
      className="link"
      href={evidence.address}
      target="_blank"
      rel="noreferrer"
      title={t('alignment.evidence.showHelp')}
    >
      {t('alignment.evidence.show')}
    </a>
  );
}
