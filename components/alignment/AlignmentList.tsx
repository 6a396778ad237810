import type { FoundSkill } from '../../lib/domain/skill.ts';
import { t } from '../../lib/language/words.ts';
import type { KeptAlignment } from '../../lib/queries/kept.ts';
import { EvidenceContext } from '../evidence/evidence-context.ts';
import { EvidenceOutcome, ShowEvidence } from '../evidence/ShowEvidence.tsx';
import { useEvidenceOnPage } from '../evidence/use-evidence-on-page.ts';
import { AlignmentRow } from './AlignmentRow.tsx';

type Props = {
  alignments: readonly KeptAlignment[];
  registryNames: ReadonlyMap<string, string>;
  onEdit(alignment: KeptAlignment): void;
  onRemove(alignment: KeptAlignment): void;
  /** Begins an alignment to a skill that took another's place. */
  onReplace?(skill: FoundSkill): void;
};

/** The alignments that the person made of this page. */
export function AlignmentList({ alignments, registryNames, onEdit, onRemove, onReplace }: Props) {
  const evidence = useEvidenceOnPage(alignments);
  return (
    <EvidenceContext value={evidence}>
      <section className="block block-tight" aria-labelledby="made">
        <div className="section-head">
          <h2 id="made">
            {t('alignment.thisPage')}{' '}
            <span className="count">{t('alignment.count', { count: alignments.length })}</span>
          </h2>
          <ShowEvidence />
        </div>
        <EvidenceOutcome alignments={alignments} />
        <ul className="alignments">
          {alignments.map((alignment) => (
            <AlignmentRow
              key={alignment.id}
              alignment={alignment}
              registryNames={registryNames}
              onEdit={() => onEdit(alignment)}
              onRemove={() => onRemove(alignment)}
              {...(onReplace && { onReplace })}
            />
          ))}
        </ul>
      </section>
    </EvidenceContext>
  );
}
