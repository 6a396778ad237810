import { useMemo, useState } from 'react';
import type { ImportedFramework } from '../../lib/domain/framework-import.ts';
import type { Problem } from '../../lib/domain/problem.ts';
import { useKept } from '../../lib/queries/database-context.ts';
import { frameworksKept, frameworksRetired } from '../../lib/queries/frameworks.ts';
import type { KeptRegistry } from '../../lib/queries/kept.ts';
import { Notice, ProblemNotice } from '../ui/Notice.tsx';
import { AddFrameworks } from './AddFrameworks.tsx';
import { useBulk } from './bulk-context.ts';
import { FrameworkCard } from './FrameworkCard.tsx';
import { ImportDialog } from './ImportDialog.tsx';
import { useFetch } from './use-fetch.tsx';
import { useImport } from './use-import.ts';
import { countOf } from './words.ts';

type Props = {
  registries: readonly KeptRegistry[];
  /** Says something to the live region. */
  onSay(text: string): void;
};

/** The frameworks kept on this device: to add, switch, renew, browse, remove and bring back. */
export function Frameworks({ registries, onSay }: Props) {
  const bulk = useBulk();
  const kept = useKept(frameworksKept, []);
  const retired = useKept(frameworksRetired, []);
  const [imported, setImported] = useState<readonly ImportedFramework[]>([]);
  const [problem, setProblem] = useState<Problem>();
  const names = useMemo(() => new Map(registries.map(({ id, name }) => [id, name])), [registries]);
  const enabled = useMemo(() => registries.filter(({ enabled }) => enabled), [registries]);
  const say = (text: string) => onSay(text);
  const importing = useImport((frameworks) => {
    setImported(frameworks);
    say(`Imported ${frameworks.map(({ name, skills }) => `${name}, ${countOf(skills, 'skill')}`).join('; ')}.`);
  });
  const fetching = useFetch({
    registries,
    onFetched: (wanted) => importing.begin([wanted]),
    onSay: say,
  });
  const tell = async (run: ReturnType<typeof bulk.ask>, saying: string) => {
    const answer = await run;
    const failed = answer !== 'cancelled' && !answer.ok ? answer.problem : undefined;
    setProblem(failed);
    if (!failed) say(saying);
    return !failed;
  };
  const undo = async () => {
    for (const { id, replaced, name } of imported) {
      const run = replaced ? bulk.ask('bringBack', { id: replaced }) : bulk.ask('removeFramework', { id });
      if (!(await tell(run, `Undone: ${name}.`))) return;
    }
    setImported([]);
  };
  return (
    <section id="frameworks">
      <h2>Frameworks</h2>
      <p>
        Skills that are kept on this device: they answer at once, without a network. Credit and licence stay with each.
      </p>
      {imported.length > 0 && (
        <Notice
          tone="good"
          title={`Imported ${imported.map(({ name }) => name).join(', ')}`}
          acts={
            <>
              <button type="button" className="btn btn-small" onClick={() => void undo()}>
                Undo
              </button>
              <button type="button" className="btn btn-small btn-quiet" onClick={() => setImported([])}>
                Fine
              </button>
            </>
          }
        >
          <p>
            {countOf(
              imported.reduce((sum, { skills }) => sum + skills, 0),
              'skill',
            )}
            , ready to be found.
          </p>
        </Notice>
      )}
      {problem && <ProblemNotice problem={problem} />}
      {fetching.notice}
      {kept?.map((framework) => (
        <FrameworkCard
          key={framework.id}
          framework={framework}
          registries={names}
          onRemoved={() => {
            setImported((before) => before.filter(({ id }) => id !== framework.id));
            say(`Removed ${framework.name}. It can be brought back for a day.`);
          }}
          {...(fetching.canRefresh(framework) && { onRefresh: () => fetching.refresh(framework) })}
        />
      ))}
      {retired && retired.length > 0 && (
        <ul className="card lines" aria-label="Removed or replaced in the last day">
          {retired.map(({ id, name, version, skills }) => (
            <li key={id}>
              <div className="grow">
                <strong className="strong" dir="auto">
                  {name}
                </strong>
                <p className="muted dots">
                  <span>removed or replaced</span>
                  <span>{countOf(skills, 'skill')}</span>
                  {version && <span>version {version}</span>}
                </p>
              </div>
              <button
                type="button"
                className="btn btn-small"
                aria-label={`Bring back ${name}`}
                onClick={() => void tell(bulk.ask('bringBack', { id }), `${name} is back.`)}
              >
                Bring back
              </button>
            </li>
          ))}
        </ul>
      )}
      {kept && (
        <AddFrameworks
          registries={enabled}
          onWanted={importing.begin}
          onAddress={fetching.address}
          onRegistry={fetching.framework}
          fetching={fetching.busy}
        />
      )}
      {importing.step && (
        <ImportDialog
          step={importing.step}
          left={importing.left}
          onName={importing.name}
          onKeep={importing.keep}
          onLeave={importing.leave}
        />
      )}
    </section>
  );
}
