import { useContext } from 'react';
import type { MarkState } from '../../lib/domain/evidence-mark.ts';
import { t } from '../../lib/language/words.ts';
import type { KeptAlignment } from '../../lib/queries/kept.ts';
import { relationWord } from '../alignment/words.ts';
import { PlaceContext } from '../resource/place-context.ts';
import { SkillText } from '../skill/SkillText.tsx';
import { Notice } from '../ui/Notice.tsx';
import { EvidenceContext } from './evidence-context.ts';

/** The switch that marks the evidence on the page, or takes the marks away. */
export function ShowEvidence() {
  const evidence = useContext(EvidenceContext);
  if (!evidence) return null;
  const { isShown, show, hide } = evidence;
  return (
    <button type="button" className="link push" onClick={() => void (isShown ? hide() : show())}>
      {t(isShown ? 'evidence.hide' : 'evidence.show')}
    </button>
  );
}

/** What became of the passages when they were looked for: how many are marked, and which are lost. */
export function EvidenceOutcome({ alignments }: { alignments: readonly KeptAlignment[] }) {
  const evidence = useContext(EvidenceContext);
  if (evidence?.isClosed) return <p className="muted">{t('evidence.closed')}</p>;
  if (!evidence || evidence.states.size === 0) return null;
  const { states, isShown } = evidence;
  const lost = alignments.filter(({ id }) => states.get(id) === 'orphaned');
  const count = (...wanted: MarkState[]) => [...states.values()].filter((state) => wanted.includes(state)).length;
  const said = [
    isShown && t('evidence.marked', { count: count('exact', 'changed') }),
    isShown && count('changed') > 0 && t('evidence.changed', { count: count('changed') }),
    count('folded') > 0 && t('evidence.folded', { count: count('folded') }),
    count('unsought') > 0 && t('evidence.unsought', { count: count('unsought') }),
    isShown && t('evidence.keys'),
  ].filter((sentence) => sentence !== false);
  return (
    <>
      {said.length > 0 && <p className="muted evidence-said">{said.join(' ')}</p>}
      {lost.length > 0 && (
        <Notice tone="caution" title={t('evidence.lost', { count: lost.length })}>
          <ul className="evidence-lost">
            {lost.map(({ id, relation, skill, evidence: quoted }) => (
              <li key={id}>
                <span className="clamp-1">
                  {relationWord(relation)} <SkillText skill={skill} />
                </span>
                <q className="clamp-2" dir="auto" data-own-words="">
                  {quoted?.quote.exact}
                </q>
              </li>
            ))}
          </ul>
          <p>{t('evidence.lost.advice')}</p>
        </Notice>
      )}
    </>
  );
}

/** Marks the evidence on the page and goes to one alignment's; the popup makes room for it. */
export function ShowOnPage({ alignment }: { alignment: string }) {
  const evidence = useContext(EvidenceContext);
  const place = useContext(PlaceContext);
  if (!evidence) return null;
  const show = async () => {
    const state = await evidence.show(alignment);
    if (place === 'popup' && (state === 'exact' || state === 'changed')) window.close();
  };
  return (
    <button type="button" className="link" onClick={() => void show()}>
      {t('evidence.showOne')}
    </button>
  );
}

/** A passage that is no longer on the page: it stays as it was quoted, until the person quotes another. */
export function LostPassage({ onEdit }: { onEdit(): void }) {
  return (
    <Notice
      tone="caution"
      title={t('alignment.passage.orphaned')}
      acts={
        <button type="button" className="btn btn-small" onClick={onEdit}>
          {t('evidence.lost.edit')}
        </button>
      }
    >
      <p className="muted">{t('evidence.lost.one')}</p>
    </Notice>
  );
}
