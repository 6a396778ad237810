import { t } from '../../lib/language/words.ts';
import { ExportFiles } from './ExportFiles.tsx';

type Props = {
  alignments: number;
  /** Statements from skill to skill, which go along. */
  skillAlignments: number;
  onSay(text: string): void;
};

/** Everything that is kept, as files. */
export function ExportEverything(props: Props) {
  return (
    <div className="card">
      <div className="card-head">
        <h3>{t('bundle.everything')}</h3>
      </div>
      <div className="card-body">
        <ExportFiles scope={everything} {...props} />
      </div>
    </div>
  );
}

const everything = {};
