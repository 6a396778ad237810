import { browser } from 'wxt/browser';
import { starterLibrary } from '../../lib/domain/starter-library.ts';
import { t } from '../../lib/language/words.ts';
import { useKept } from '../../lib/queries/database-context.ts';
import { starterSkills } from '../../lib/queries/kept.ts';

/** Nothing aligned and nothing declared: what is there to work with at once, and how to get more. */
export function FirstRun() {
  const skills = useKept((database) => starterSkills(database, starterLibrary.framework), []);
  return (
    <section className="block stack">
      <p>
        <strong className="strong">{t(skills ? 'skill.library.here' : 'skill.library.unpacking')}</strong>
        <br />
        <span className="muted">
          {skills ? t('skill.library.start', { skills }) : t('skill.library.startUnpacking')}
        </span>
      </p>
      <p className="muted">{t('skill.library.own')}</p>
      <div className="row">
        <button type="button" className="btn" onClick={() => void browser.runtime.openOptionsPage()}>
          {t('skill.library.add')}
        </button>
      </div>
    </section>
  );
}
