import { t } from '../../lib/language/words.ts';
import { ExportFiles } from './ExportFiles.tsx';

type Props = {
  alignments: number;
  /** Statements from skill to skill, which go along. */
  skillAlignments: number;
  onSay(text: string): void;
};

/** Everything that is kept, as files. */
export function ExportEverything({ skillAlignments, ...props }: Props) {
  return (
    <div className="card">
      <div className="card-head">
        <h3>{t('bundle.everything')}</h3>
      </div>
      <div className="card-body">
        {skillAlignments > 0 && (
          <p className="muted">{t('bundle.everything.statements', { count: skillAlignments })}</p>
        )}
        <ExportFiles scope={everything} {...props} />
      </div>
    </div>
  );
}

const everything = {};
