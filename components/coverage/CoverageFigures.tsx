import type { CoverageFigures as Figures } from '../../lib/domain/coverage.ts';
import { number } from '../../lib/language/format.ts';
import { t } from '../../lib/language/words.ts';
import { Words } from '../ui/Words.tsx';

type Props = {
  figures: Figures;
  /** Pages that align to nothing; undefined before they are counted. */
  pages: number | undefined;
};

/** What a framework comes to. */
export function CoverageFigures({ figures, pages }: Props) {
  const { skills, taught, assessed, states } = figures;
  return (
    <dl className="figures" aria-label={t('coverage.figures')}>
      <Figure label={t('coverage.figure.taught')} value={taught} total={skills} />
      <Figure label={t('coverage.figure.assessed')} value={assessed} total={skills} />
      <Figure label={t('coverage.figure.taughtOnly')} value={states.taughtOnly} />
      <Figure label={t('coverage.figure.assessedOnly')} value={states.assessedOnly} />
      <Figure label={t('coverage.figure.neither')} value={states.neither} />
      {pages !== undefined && <Figure label={t('coverage.figure.pages', { count: pages })} value={pages} />}
    </dl>
  );
}

function Figure({ label, value, total }: { label: string; value: number; total?: number }) {
  return (
    <div className="figure">
      <dt>{label}</dt>
      <dd>
        {total === undefined ? (
          <b>{number(value)}</b>
        ) : (
          <Words of="coverage.of" values={{ count: <b>{number(value)}</b>, total: number(total) }} />
        )}
      </dd>
    </div>
  );
}
