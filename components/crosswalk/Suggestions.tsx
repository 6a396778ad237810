import { useEffect, useRef } from 'react';
import type { Skill } from '../../lib/domain/skill.ts';
import type { SkillReference } from '../../lib/domain/skill-alignment.ts';
import { t } from '../../lib/language/words.ts';
import { SkillText } from '../skill/SkillText.tsx';
import { useSuggestions } from './use-suggestions.ts';

type Props = {
  /** The skill whose counterpart is sought. */
  skill: SkillReference;
  /** The framework to look in, by its id. */
  framework: string;
  /** In which relations the skill stands to another already, in words; empty for none. */
  standing(uri: string): string;
  /** Counts up with each skill that was just chosen: then the keyboard comes here. 0: it stays where it is. */
  wanted: number;
  onChoose(skill: Skill): void;
};

/** What of the second framework says most of what the chosen skill says. Nothing of it is taken without a click. */
export function Suggestions({ skill, framework, standing, wanted, onChoose }: Props) {
  const found = useSuggestions(skill, framework);
  const box = useRef<HTMLElement>(null);
  const led = useRef(0);
  useEffect(() => {
    if (!found || wanted === led.current) return;
    led.current = wanted;
    const first = box.current?.querySelector('button') ?? box.current?.parentElement?.querySelector('input');
    first?.focus();
  }, [found, wanted]);
  return (
    <section className="stack suggestions" aria-label={t('crosswalk.suggested')} ref={box}>
      <h2 className="label">{t('crosswalk.suggested')}</h2>
      {!found && (
        <p className="state">
          <span className="spinner" aria-hidden="true" />
          {t('crosswalk.suggested.looking')}
        </p>
      )}
      {found?.length === 0 && <p className="muted">{t('crosswalk.suggested.none')}</p>}
      {found && found.length > 0 && (
        <ul className="hits">
          {found.map((one) => (
            <li key={one.uri}>
              <button type="button" className="hit" onClick={() => onChoose(one)}>
                <SkillText skill={one} />
                {standing(one.uri) && (
                  <span className="quiet block-line">
                    {t('crosswalk.suggested.standing', { relation: standing(one.uri) })}
                  </span>
                )}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
