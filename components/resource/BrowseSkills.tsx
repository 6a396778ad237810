import { useMemo, useState } from 'react';
import type { FoundSkill } from '../../lib/domain/skill.ts';
import { skillIdentity } from '../../lib/domain/skill-identity.ts';
import type { TreeNode } from '../../lib/domain/skill-tree.ts';
import { t } from '../../lib/language/words.ts';
import { useDatabase, useKept } from '../../lib/queries/database-context.ts';
import { type FrameworkLine, frameworksKept, searchFramework } from '../../lib/queries/frameworks.ts';
import { useBrowsing } from '../../lib/state/browsing.ts';
import { FrameworkTree } from '../framework/FrameworkTree.tsx';
import { keptTree } from '../framework/tree-source.ts';
import { SkillText } from '../skill/SkillText.tsx';

type Props = {
  /** Relations in which the page is aligned to a skill already, by the skill's identity. */
  aligned: ReadonlyMap<string, string>;
  /** Goes on with a skill. */
  onChoose(skill: FoundSkill): void;
};

/** The frameworks kept here as trees, one at a time, to align the page to what stands in them. */
export function BrowseSkills(props: Props) {
  const { framework, choose } = useBrowsing();
  const kept = useKept(frameworksKept, [])?.filter(({ enabled }) => enabled !== false);
  if (!kept) return null;
  const shown = kept.find(({ id }) => id === framework) ?? kept[0];
  if (!shown) {
    return (
      <p className="muted">
        {t('panel.noFramework')}{' '}
        <a href="/options.html#frameworks" target="_blank" rel="noreferrer">
          {t('panel.addFramework')}
        </a>
      </p>
    );
  }
  return (
    <div className="browse">
      <label className="field">
        <span className="label">{t('panel.framework')}</span>
        <span className="select">
          <select className="input" value={shown.id} onChange={({ target }) => choose(target.value)}>
            {kept.map(({ id, name }) => (
              <option key={id} value={id} data-own-words>
                {name}
              </option>
            ))}
          </select>
        </span>
      </label>
      <OneFramework key={shown.id} framework={shown} {...props} />
    </div>
  );
}

function OneFramework({ framework: { id, name }, aligned, onChoose }: Props & { framework: FrameworkLine }) {
  const database = useDatabase();
  const source = useMemo(() => keptTree(database, id), [database, id]);
  const [chosen, setChosen] = useState<TreeNode>();
  const relation = chosen && aligned.get(skillIdentity(chosen.uri));
  const align = async (node: TreeNode) => {
    const found = await searchFramework(database, id, node.uri, new AbortController().signal);
    // What a tree shows is enough to be aligned to, where the index does not know it by its uri.
    const skill = found.find(({ uri }) => uri === node.uri) ?? { ...node, keywords: [], framework: { name } };
    onChoose({ ...skill, source: { registry: id, name } });
  };
  return (
    <>
      <FrameworkTree label={name} source={source} onChoose={setChosen} />
      {chosen && (
        <div className="chosen">
          <p>
            <SkillText skill={chosen} />
          </p>
          {relation && <p className="quiet">{t('skill.aligned', { relation })}</p>}
          <p>
            <button type="button" className="btn btn-primary" onClick={() => void align(chosen)}>
              {t('panel.align')}
            </button>
          </p>
        </div>
      )}
    </>
  );
}
