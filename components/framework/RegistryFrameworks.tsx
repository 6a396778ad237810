import { useState } from 'react';
import type { ListedFramework } from '../../lib/domain/framework.ts';
import { browsingKinds, importingKinds } from '../../lib/domain/registry.ts';
import { t } from '../../lib/language/words.ts';
import type { KeptRegistry } from '../../lib/queries/kept.ts';
import { ProblemNotice } from '../ui/Notice.tsx';
import { Licence } from './Licence.tsx';
import { OpenedFramework } from './OpenedFramework.tsx';
import { useFrameworksOf } from './use-frameworks-of.ts';

type Props = {
  /** Of kinds that list their frameworks. */
  registries: readonly KeptRegistry[];
  onChoose(registry: KeptRegistry, uri: string): void;
  fetching: boolean;
};

/**
 * The frameworks of a registry, a page at a time, to open one there or to choose one to import, as its kind allows. The
 * filter looks at what is listed.
 */
export function RegistryFrameworks({ registries, onChoose, fetching }: Props) {
  const [id, setId] = useState(registries[0]?.id ?? '');
  const [filter, setFilter] = useState('');
  const [opened, setOpened] = useState<ListedFramework>();
  const [closed, setClosed] = useState<string>();
  const { listed, problem, asking, more } = useFrameworksOf(id);
  const registry = registries.find((one) => one.id === id);
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = listed?.frameworks.filter(({ name, publisher = '' }) =>
    words.every((word) => `${name} ${publisher}`.toLowerCase().includes(word)),
  );
  const importer = (framework: ListedFramework) =>
    registry &&
    importingKinds.includes(registry.kind) && (
      <button
        type="button"
        className="btn btn-small"
        aria-label={t('framework.importName', { name: framework.name })}
        disabled={fetching}
        onClick={() => onChoose(registry, framework.uri)}
      >
        {t('framework.import')}
      </button>
    );
  if (opened && registry) {
    return (
      <OpenedFramework
        registry={registry}
        framework={opened}
        acts={importer(opened)}
        onClose={() => {
          setClosed(opened.uri);
          setOpened(undefined);
        }}
      />
    );
  }
  return (
    <div className="stack">
      <div className="form-grid">
        <label className="field">
          <span className="label">{t('framework.registry')}</span>
          <span className="select">
            <select className="input" value={id} onChange={(event) => setId(event.target.value)}>
              {registries.map(({ id, name }) => (
                <option key={id} value={id} data-own-words>
                  {name}
                </option>
              ))}
            </select>
          </span>
        </label>
        <label className="field">
          <span className="label">{t('framework.registry.filter')}</span>
          <input className="input" value={filter} onChange={(event) => setFilter(event.target.value)} />
        </label>
      </div>
      {problem && <ProblemNotice problem={problem} />}
      {shown && (
        <>
          <p className="quiet" role="status">
            {t('framework.registry.shown', {
              shown: shown.length,
              total: listed?.total ?? listed?.frameworks.length ?? 0,
            })}
          </p>
          <ul className="lines listed">
            {shown.map((framework) => (
              <li key={framework.uri}>
                <div className="grow">
                  <strong className="strong" lang={framework.language} dir="auto" data-own-words>
                    {framework.name}
                  </strong>
                  <p className="muted dots">
                    {framework.publisher && (
                      <span dir="auto" data-own-words>
                        {framework.publisher}
                      </span>
                    )}
                    {framework.version && <span>{t('framework.version', { version: framework.version })}</span>}
                    {framework.skills !== undefined && (
                      <span>{t('framework.skills', { count: framework.skills })}</span>
                    )}
                    {framework.license && <Licence license={framework.license} />}
                  </p>
                </div>
                <div className="row">
                  {registry && browsingKinds.includes(registry.kind) && (
                    <button
                      type="button"
                      className="btn btn-small"
                      aria-label={t('framework.browseName', { name: framework.name })}
                      // The keyboard comes back to where it left from.
                      ref={framework.uri === closed ? focusOn : undefined}
                      onBlur={() => setClosed(undefined)}
                      onClick={() => setOpened(framework)}
                    >
                      {t('framework.browse')}
                    </button>
                  )}
                  {importer(framework)}
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      {asking && (
        <p className="state">
          <span className="spinner" aria-hidden="true" />
          {t('framework.registry.asking')}
        </p>
      )}
      {listed?.next !== undefined && !asking && (
        <button type="button" className="btn btn-small start" onClick={more}>
          {t('framework.registry.more')}
        </button>
      )}
    </div>
  );
}

function focusOn(element: HTMLElement | null): void {
  element?.focus();
}
