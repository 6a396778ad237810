import { useMemo, useState } from 'react';
import type { ImportedFramework } from '../../lib/domain/framework-import.ts';
import type { Problem } from '../../lib/domain/problem.ts';
import { listOf } from '../../lib/language/format.ts';
import { t } from '../../lib/language/words.ts';
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
    say(frameworks.map(({ name, skills }) => t('framework.imported.spoken', { name, skills })).join(' '));
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
      if (!(await tell(run, t('framework.undone', { name })))) return;
    }
    setImported([]);
  };
  return (
    <section id="frameworks">
      <h2>{t('framework.title')}</h2>
      <p>{t('framework.lead')}</p>
      {imported.length > 0 && (
        <Notice
          tone="good"
          title={t('framework.imported.names', { names: listOf(imported.map(({ name }) => name)) })}
          acts={
            <>
              <button type="button" className="btn btn-small" onClick={() => void undo()}>
                {t('framework.undo')}
              </button>
              <button type="button" className="btn btn-small btn-quiet" onClick={() => setImported([])}>
                {t('framework.fine')}
              </button>
            </>
          }
        >
          <p>{t('framework.imported.ready', { skills: imported.reduce((sum, { skills }) => sum + skills, 0) })}</p>
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
            say(t('framework.removed', { name: framework.name }));
          }}
          {...(fetching.canRefresh(framework) && { onRefresh: () => fetching.refresh(framework) })}
        />
      ))}
      {retired && retired.length > 0 && (
        <ul className="card lines" aria-label={t('framework.retired')}>
          {retired.map(({ id, name, version, skills }) => (
            <li key={id}>
              <div className="grow">
                <strong className="strong" dir="auto" data-own-words>
                  {name}
                </strong>
                <p className="muted dots">
                  <span>{t('framework.retiredLine')}</span>
                  <span>{t('framework.skills', { count: skills })}</span>
                  {version && <span>{t('framework.version', { version })}</span>}
                </p>
              </div>
              <button
                type="button"
                className="btn btn-small"
                aria-label={t('framework.bringBackName', { name })}
                onClick={() => void tell(bulk.ask('bringBack', { id }), t('framework.broughtBack', { name }))}
              >
                {t('framework.bringBack')}
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
