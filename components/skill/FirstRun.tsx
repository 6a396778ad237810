import { browser } from 'wxt/browser';
import { starterLibrary } from '../../lib/domain/starter-library.ts';
import { useKept } from '../../lib/queries/database-context.ts';
import { starterSkills } from '../../lib/queries/kept.ts';

/** Nothing aligned and nothing declared: what is there to work with at once, and how to get more. */
export function FirstRun() {
  const skills = useKept((database) => starterSkills(database, starterLibrary.framework), []);
  return (
    <section className="block stack">
      <p>
        <strong className="strong">
          {skills ? 'The starter library is on this device.' : 'The starter library is being unpacked.'}
        </strong>
        <br />
        <span className="muted">{skills ? `${skills} skills, ` : ''}no account needed. Type to search it.</span>
      </p>
      <p className="muted">Your own skills come from a registry that you add.</p>
      <div className="row">
        <button type="button" className="btn" onClick={() => void browser.runtime.openOptionsPage()}>
          Add a registry
        </button>
      </div>
    </section>
  );
}
