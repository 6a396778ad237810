import { useEffect, useRef } from 'react';
import { t } from '../../lib/language/words.ts';
import { useMarked } from '../../lib/state/marked.ts';
import { useView } from '../../lib/state/view.ts';
import { Clamped } from '../ui/Clamped.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { SkillText } from './SkillText.tsx';

/** The skills that are marked to be aligned together: each can be taken out again, and one form is for all. */
export function MarkedSkills({ onAlign }: { onAlign(): void }) {
  const { skills, toggle, mark } = useMarked();
  const say = useView((state) => state.say);
  const heading = useRef<HTMLHeadingElement>(null);
  const count = skills.length;
  const before = useRef(count);
  useEffect(() => {
    if (count !== before.current) say(t('skill.marks.say', { count }));
    before.current = count;
  }, [count, say]);
  if (count === 0) return null;
  return (
    <section className="block joined marks" aria-labelledby="marks">
      <div className="section-head">
        <h2 id="marks" ref={heading} tabIndex={-1}>
          {t('skill.marks', { count })}
        </h2>
        <button
          type="button"
          className="link push"
          onClick={({ currentTarget }) => {
            focusSearch(currentTarget);
            mark([]);
          }}
        >
          {t('skill.marks.dropAll')}
        </button>
        <button type="button" className="btn btn-small" onClick={() => onAlign()}>
          {t('skill.marks.align', { count })}
        </button>
      </div>
      <ul className="chosen">
        {skills.map((skill) => (
          <li key={skill.uri}>
            <Clamped lines={1}>
              <SkillText skill={skill} />
            </Clamped>
            <IconButton
              icon="close"
              label={t('skill.marks.drop', { name: skill.name || skill.statement })}
              onClick={({ currentTarget }) => {
                // The button goes with its row; the keyboard goes on above.
                if (count > 1) heading.current?.focus();
                else focusSearch(currentTarget);
                toggle(skill);
              }}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** All of it goes; the keyboard goes back to the search. */
function focusSearch(from: Element): void {
  from.closest('main')?.querySelector<HTMLElement>('[role="combobox"]')?.focus();
}
