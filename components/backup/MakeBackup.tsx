import { useRef, useState } from 'react';
import type { ImportProgress } from '../../lib/domain/framework-import.ts';
import type { Problem } from '../../lib/domain/problem.ts';
import { frameworksToBackUp } from '../../lib/queries/backups.ts';
import { useKept } from '../../lib/queries/database-context.ts';
import { chosenTheme } from '../../lib/state/theme.ts';
import { download } from '../bundle/download.ts';
import { useBulk } from '../framework/bulk-context.ts';
import { ImportMeter } from '../framework/ImportMeter.tsx';
import { countOf } from '../framework/words.ts';
import { ProblemNotice } from '../ui/Notice.tsx';

type Props = {
  /** When a backup was downloaded last, ISO 8601; absent where none was. */
  last?: string | undefined;
  /** A backup was handed over, with the history up to this line. */
  onMade(upTo: number): void;
  onSay(text: string): void;
};

const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'long' });

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
    onSay(`Downloaded ${name}.${left > 0 ? ` ${countOf(left, 'damaged record')} could not be put into it.` : ''}`);
  };
  return (
    <div className="card">
      <div className="card-head">
        <h3>Make a backup</h3>
      </div>
      <div className="card-body">
        {problem && <ProblemNotice problem={problem} />}
        <p className="muted">
          {last ? `The last one was downloaded on ${day.format(new Date(last))}.` : 'None was downloaded yet.'}
        </p>
        {own && own.frameworks > 0 && (
          <label className="check">
            <input type="checkbox" checked={frameworks} onChange={({ target }) => setFrameworks(target.checked)} />
            <span>
              with {countOf(own.frameworks, 'framework')}
              <br />
              <span className="quiet">{countOf(own.skills, 'skill')}; they can also be imported again</span>
            </span>
          </label>
        )}
        {progress ? (
          <ImportMeter label="Writing" progress={progress} things="records" onCancel={() => running.current?.abort()} />
        ) : (
          <div className="row">
            <button type="button" className="btn" onClick={() => void make()}>
              Make a backup
            </button>
          </div>
        )}
        <p className="quiet">Access keys and signing keys are in no backup.</p>
      </div>
    </div>
  );
}
