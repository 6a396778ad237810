import { useState } from 'react';
import { practicePage } from '../../lib/domain/practice-page.ts';
import { sentenceWords } from '../../lib/language/problem-words.ts';
import { t } from '../../lib/language/words.ts';
import { ask } from '../../lib/messaging/client.ts';
import { useKept } from '../../lib/queries/database-context.ts';
import { alignmentsOf, type KeptAlignment } from '../../lib/queries/kept.ts';
import { relationWord } from '../alignment/words.ts';
import { SkillText } from '../skill/SkillText.tsx';
import { Icon } from '../ui/Icon.tsx';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { Lesson } from './Lesson.tsx';

/** A lesson of ours to make the first alignment on, with what to do beside it. */
export function PracticePage() {
  const [said, setSaid] = useState('');
  const alignments = useKept((database) => alignmentsOf(database, practicePage.address), []);
  const made = alignments ?? [];
  const remove = async () => {
    const ids = made.map(({ id }) => id);
    const answer = await ask('massEdit', { alignments: ids, act: { remove: true } });
    setSaid(answer.ok ? t('practice.again.done') : sentenceWords(answer.problem));
  };
  return (
    <div className="app">
      <header className="app-bar">
        <div className="brand">
          <Icon name="bob" />
          Plumbline
        </div>
        <p className="app-title">{t('practice.title')}</p>
      </header>
      <div className="practice">
        <main>
          <Lesson />
        </main>
        <aside className="card" aria-labelledby="practise">
          <h2 id="practise">{t('practice.heading')}</h2>
          <ol>
            <li>{t('practice.press')}</li>
            <li>{t('practice.search')}</li>
            <li>{t('practice.save')}</li>
          </ol>
          {made.length > 0 ? (
            <Made alignments={made} onRemove={() => void remove()} />
          ) : (
            <p className="quiet">{t('practice.empty')}</p>
          )}
          <p className="quiet">{t('practice.what')}</p>
        </aside>
      </div>
      <LiveRegion>{said || (made.length > 0 ? t('practice.done') : '')}</LiveRegion>
    </div>
  );
}

function Made({ alignments, onRemove }: { alignments: readonly KeptAlignment[]; onRemove(): void }) {
  return (
    <section className="made" aria-labelledby="made">
      <h3 id="made">
        <Icon name="check" /> {t('practice.done')}
      </h3>
      <ul aria-label={t('practice.made')}>
        {alignments.map(({ id, relation, skill }) => (
          <li key={id}>
            {relationWord(relation)} <SkillText skill={skill} />
          </li>
        ))}
      </ul>
      <p>{t('practice.done.next')}</p>
      <p className="muted">{t('practice.evidence')}</p>
      <p>
        <button type="button" className="btn btn-small" onClick={onRemove}>
          {t('practice.again')}
        </button>
      </p>
    </section>
  );
}
