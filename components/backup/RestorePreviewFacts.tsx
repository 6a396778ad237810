import { comparedKinds, type RestoreMode, type RestorePreview } from '../../lib/domain/backup.ts';
import { countOf } from '../framework/words.ts';
import { kindLabels, outcomeOf, restWords } from './words.ts';

type Props = { preview: RestorePreview; mode: RestoreMode; onMode(mode: RestoreMode): void };

const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeStyle: 'short' });

/** What restoring a backup would change, and whether it is merged or takes everything's place. */
export function RestorePreviewFacts({ preview, mode, onMode }: Props) {
  const { made, kinds, rows, twins, homeless, withdrawn, registries, frameworks } = preview;
  const rest = restWords(rows);
  return (
    <>
      <p className="muted">Everything as it was on {moment.format(new Date(made))}.</p>
      <fieldset className="stack">
        <legend className="sr">How to restore it</legend>
        <label className="check">
          <input type="radio" name="restore-mode" checked={mode === 'merge'} onChange={() => onMode('merge')} />
          <span>
            Merge
            <br />
            <span className="quiet">adds what is not here, takes the later state of what is, removes nothing</span>
          </span>
        </label>
        <label className="check">
          <input type="radio" name="restore-mode" checked={mode === 'replace'} onChange={() => onMode('replace')} />
          <span>
            Replace
            <br />
            <span className="quiet">makes everything as it was then; registries and frameworks that are here stay</span>
          </span>
        </label>
      </fieldset>
      <table className="outcome">
        <caption className="sr">What would change</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="sr">Kind</span>
            </th>
            <th scope="col">added</th>
            <th scope="col">overwritten</th>
            <th scope="col">removed</th>
            <th scope="col">the same</th>
          </tr>
        </thead>
        <tbody>
          {comparedKinds.map((kind) => {
            const { added, overwritten, removed } = outcomeOf(kinds[kind], mode);
            return (
              <tr key={kind}>
                <th scope="row">{kindLabels[kind]}</th>
                <Cell count={added} />
                <Cell count={overwritten} />
                <Cell count={removed} />
                <Cell count={kinds[kind].same} />
              </tr>
            );
          })}
        </tbody>
      </table>
      <ul className="lines compact" aria-label="Besides">
        {rest && <li>In it besides: {rest}.</li>}
        {mode === 'merge' && kinds.alignments.earlier > 0 && (
          <li>{countOf(kinds.alignments.earlier, 'alignment')} were changed here later and stay as they are.</li>
        )}
        {mode === 'merge' && twins > 0 && (
          <li>{twins.toLocaleString()} are said here by another record, which stays.</li>
        )}
        {mode === 'replace' && withdrawn > 0 && (
          <li>{countOf(withdrawn, 'alignment')} published since would be taken back from their registries.</li>
        )}
        {homeless > 0 && (
          <li>{homeless.toLocaleString()} to registries that are neither here nor in it are left out of the outbox.</li>
        )}
        {frameworks.length > 0 && (
          <li>
            Frameworks that come in:{' '}
            {frameworks.map(({ name, skills }) => `${name} (${countOf(skills, 'skill')})`).join(', ')}
          </li>
        )}
        {registries.length > 0 && (
          <li>Registries that come in, without their keys: {registries.join(', ')}. Give each its key again.</li>
        )}
      </ul>
    </>
  );
}

function Cell({ count }: { count: number }) {
  return <td className={count === 0 ? 'quiet' : undefined}>{count.toLocaleString()}</td>;
}
