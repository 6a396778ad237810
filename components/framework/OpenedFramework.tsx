import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { ListedFramework } from '../../lib/domain/framework.ts';
import { t } from '../../lib/language/words.ts';
import type { KeptRegistry } from '../../lib/queries/kept.ts';
import { BrowseTree } from './BrowseTree.tsx';
import { registryTree } from './tree-source.ts';

type Props = {
  registry: KeptRegistry;
  framework: ListedFramework;
  /** What else can be done with it: buttons. */
  acts: ReactNode;
  onClose(): void;
};

/** A framework at its registry as a tree, asked level by level; nothing of it is kept. It takes the keyboard. */
export function OpenedFramework({ registry, framework: { uri, name, language }, acts, onClose }: Props) {
  const source = useMemo(() => registryTree(registry.id, uri), [registry.id, uri]);
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  return (
    <div className="stack">
      <div className="row">
        <button ref={back} type="button" className="btn btn-small" onClick={onClose}>
          {t('framework.registry.all')}
        </button>
        {acts}
      </div>
      <p>
        <strong className="strong" lang={language} dir="auto" data-own-words>
          {name}
        </strong>{' '}
        <span className="quiet">{t('framework.registry.asIs', { registry: registry.name })}</span>
      </p>
      <BrowseTree label={name} source={source} />
    </div>
  );
}
