import { useRef, useState } from 'react';
import type { ImportProgress } from '../../lib/domain/framework-import.ts';
import type { Problem } from '../../lib/domain/problem.ts';
import { date } from '../../lib/language/format.ts';
import { t } from '../../lib/language/words.ts';
import { frameworksToBackUp } from '../../lib/queries/backups.ts';
import { useKept } from '../../lib/queries/database-context.ts';
import { chosenTheme } from '../../lib/state/theme.ts';
import { download } from '../bundle/download.ts';
import { useBulk } from '../framework/bulk-context.ts';
import { ImportMeter } from '../framework/ImportMeter.tsx';
import { ProblemNotice } from '../ui/Notice.tsx';

type Props = {
  /** When a backup was downloaded last, ISO 8601; absent where none was. */
  last?: string | undefined;
  /** A backup was handed over, with the history up to this line. */
  onMade(upTo: number): void;
  onSay(text: string): void;
};

/** Everything as one file, with the frameworks where the person wants them. */
export function MakeBackup({ last, onMade, onSay }: Props) {
  const bulk = useBulk();
  const own = useKept(frameworksToBackUp, []);
  const [frameworks, setFrameworks] = useState(false);
  const [progress, setProgress] = useState<ImportProgress>();
  const [problem, setProblem] = useState<Problem>();
  const running = useRef<AbortController>(undefined);
  const make = async () => {
    running.current = new AbortController();
    setProgress({ done: 0 });
    const answer = await bulk.ask(
      'makeBackup',
      { settings: { theme: chosenTheme() }, frameworks },
      { signal: running.current.signal, hear: setProgress },
    );
    setProgress(undefined);
    if (answer === 'cancelled') return;
    setProblem(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    const { file, name, left, upTo } = answer.value;
    download(file, name);
    onMade(upTo);
    onSay(
      left > 0 ? t('backup.downloaded.damaged', { file: name, count: left }) : t('backup.downloaded', { file: name }),
    );
  };
  return (
    <div className="card">
      <div className="card-head">
        <h3>{t('backup.make')}</h3>
      </div>
      <div className="card-body">
        {problem && <ProblemNotice problem={problem} />}
        <p className="muted">{last ? t('backup.make.last', { date: date(last) }) : t('backup.make.never')}</p>
        {own && own.frameworks > 0 && (
          <label className="check">
            <input type="checkbox" checked={frameworks} onChange={({ target }) => setFrameworks(target.checked)} />
            <span>
              {t('backup.make.frameworks', { count: own.frameworks })}
              <br />
              <span className="quiet">{t('backup.make.frameworksHint', { count: own.skills })}</span>
            </span>
          </label>
        )}
        {progress ? (
          <ImportMeter
            label={t('backup.make.writing')}
            progress={progress}
            things="records"
            onCancel={() => running.current?.abort()}
          />
        ) : (
          <div className="row">
            <button type="button" className="btn" onClick={() => void make()}>
              {t('backup.make')}
            </button>
          </div>
        )}
        <p className="quiet">{t('backup.make.secrets')}</p>
      </div>
    </div>
  );
}
