import { useEffect, useState } from 'react';
import type { Skill } from '../../lib/domain/skill.ts';
import { t } from '../../lib/language/words.ts';
import { SkillText } from '../skill/SkillText.tsx';
import { Icon } from '../ui/Icon.tsx';
import type { TreeSource } from './tree-source.ts';

type Props = {
  /** The framework's name. */
  label: string;
  find: NonNullable<TreeSource['find']>;
  onFound(skill: Skill): void;
};

/** Searches inside a framework; a hit leads to its place in the tree. */
export function TreeSearch({ label, find, onFound }: Props) {
  const [text, setText] = useState('');
  const [found, setFound] = useState<readonly Skill[]>();
  useEffect(() => {
    if (!text.trim()) return setFound(undefined);
    const aborter = new AbortController();
    find(text, aborter.signal).then(setFound, (error: unknown) => {
      if (!aborter.signal.aborted) throw error;
    });
    return () => aborter.abort();
  }, [text, find]);
  return (
    <div className="stack">
      <label className="field">
        <span className="label">{t('framework.tree.find', { framework: label })}</span>
        <span className="input-icon">
          <Icon name="search" />
          <input
            className="input"
            type="search"
            value={text}
            placeholder={t('framework.tree.placeholder')}
            onChange={(event) => setText(event.target.value)}
          />
        </span>
      </label>
      {found && (
        <p className="quiet" role="status">
          {found.length === 0 ? t('framework.tree.none') : t('framework.tree.found', { count: found.length })}
        </p>
      )}
      {found && found.length > 0 && (
        <ul className="hits">
          {found.map((skill) => (
            <li key={skill.uri}>
              <button
                type="button"
                className="hit"
                onClick={() => {
                  setText('');
                  onFound(skill);
                }}
              >
                <SkillText skill={skill} query={text} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
