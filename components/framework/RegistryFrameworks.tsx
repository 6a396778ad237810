import { useEffect, useState } from 'react';
import type { ListedFramework } from '../../lib/domain/framework.ts';
import type { Problem } from '../../lib/domain/problem.ts';
import { ask } from '../../lib/messaging/client.ts';
import type { KeptRegistry } from '../../lib/queries/kept.ts';
import { ProblemNotice } from '../ui/Notice.tsx';
import { Licence } from './Licence.tsx';
import { countOf } from './words.ts';

type Props = {
  registries: readonly KeptRegistry[];
  onChoose(registry: KeptRegistry, uri: string): void;
  fetching: boolean;
};

/** What was listed so far; `next` where there is more. */
type Listed = { frameworks: readonly ListedFramework[]; total?: number; next?: string };

/** The frameworks of a registry, a page at a time, to choose one to import. The filter looks at what is listed. */
export function RegistryFrameworks({ registries, onChoose, fetching }: Props) {
  const [id, setId] = useState(registries[0]?.id ?? '');
  const [filter, setFilter] = useState('');
  const { listed, problem, asking, more } = useFrameworksOf(id);
  const registry = registries.find((one) => one.id === id);
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = listed?.frameworks.filter(({ name, publisher = '' }) =>
    words.every((word) => `${name} ${publisher}`.toLowerCase().includes(word)),
  );
  return (
    <div className="stack">
      <div className="form-grid">
        <label className="field">
          <span className="label">Registry</span>
          <span className="select">
            <select className="input" value={id} onChange={(event) => setId(event.target.value)}>
              {registries.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </span>
        </label>
        <label className="field">
          <span className="label">Only with these words</span>
          <input className="input" value={filter} onChange={(event) => setFilter(event.target.value)} />
        </label>
      </div>
      {problem && <ProblemNotice problem={problem} />}
      {shown && registry && (
        <>
          <p className="quiet" role="status">
            {countOf(shown.length, 'framework')} of{' '}
            {countOf(listed?.total ?? listed?.frameworks.length ?? 0, 'framework')}
          </p>
          <ul className="lines listed">
            {shown.map((framework) => (
              <li key={framework.uri}>
                <div className="grow">
                  <strong className="strong" lang={framework.language} dir="auto">
                    {framework.name}
                  </strong>
                  <p className="muted dots">
                    {framework.publisher && <span dir="auto">{framework.publisher}</span>}
                    {framework.version && <span>version {framework.version}</span>}
                    {framework.skills !== undefined && <span>{countOf(framework.skills, 'skill')}</span>}
                    {framework.license && <Licence license={framework.license} />}
                  </p>
                </div>
                <button
                  type="button"
                  className="btn btn-small"
                  aria-label={`Import ${framework.name}`}
                  disabled={fetching}
                  onClick={() => onChoose(registry, framework.uri)}
                >
                  Import
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {asking && (
        <p className="state">
          <span className="spinner" aria-hidden="true" />
          Asking
        </p>
      )}
      {listed?.next !== undefined && !asking && (
        <button type="button" className="btn btn-small start" onClick={more}>
          Show more
        </button>
      )}
    </div>
  );
}

/** Asks a registry for its frameworks; `more` asks for the page after those that are listed. */
function useFrameworksOf(registry: string) {
  const [listed, setListed] = useState<Listed>();
  const [problem, setProblem] = useState<Problem>();
  const [page, setPage] = useState<string>();
  const [asking, setAsking] = useState(true);
  useEffect(() => {
    let left = false;
    setAsking(true);
    void ask('listFrameworks', { registry, ...(page !== undefined && { next: page }) }).then((answer) => {
      if (left) return;
      setAsking(false);
      setProblem(answer.ok ? undefined : answer.problem);
      if (!answer.ok) return;
      setListed((before) => {
        const earlier = page === undefined ? [] : (before?.frameworks ?? []);
        const all = new Map([...earlier, ...answer.value.frameworks].map((one) => [one.uri, one]));
        return { ...answer.value, frameworks: [...all.values()] };
      });
    });
    return () => {
      left = true;
    };
  }, [registry, page]);
  useEffect(() => {
    // Another registry begins with its first page.
    void registry;
    return () => {
      setListed(undefined);
      setPage(undefined);
    };
  }, [registry]);
  return { listed, problem, asking, more: () => setPage(listed?.next) };
}
