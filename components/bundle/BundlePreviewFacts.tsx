import type { BundlePreview, ConflictChoice, Difference, ImportMode } from '../../lib/domain/bundle-import.ts';
import { formatDescriptions } from '../../lib/domain/format-description.ts';
import { sentenceOf } from '../../lib/domain/skill.ts';
import { hostOf } from '../../lib/domain/web-address.ts';
import { fitWords, relationWords } from '../alignment/words.ts';
import { countOf } from '../framework/words.ts';

type Props = {
  preview: BundlePreview;
  mode: ImportMode;
  conflicts: ConflictChoice;
  onMode(mode: ImportMode): void;
  onConflicts(conflicts: ConflictChoice): void;
};

/** What a file of alignments would change: counts, the differences side by side, and the two things to decide. */
export function BundlePreviewFacts({ preview, mode, conflicts, onMode, onConflicts }: Props) {
  const { format, pages, fresh, same, changed, missing, differences, examples, warnings, skillAlignments } = preview;
  return (
    <>
      <p className="muted">
        It is: {formatDescriptions[format].label}, about {countOf(pages, 'page')}.
      </p>
      <dl className="counts">
        <Count what="new" count={fresh} />
        <Count what="already here" count={same} />
        <Count what="changed there" count={changed} />
        <Count what="changed here and there" count={preview.conflicts} />
        {skillAlignments > 0 && <Count what="from skill to skill" count={skillAlignments} />}
      </dl>
      {examples.length > 0 && (
        <ul className="lines compact" aria-label="New alignments">
          {examples.slice(0, 5).map((one) => (
            <li key={`${one.resource} ${one.relation} ${one.skill.uri}`}>
              <span className="quiet">{relationWords[one.relation].label}</span>{' '}
              <span lang={one.skill.language} dir="auto">
                {sentenceOf(one.skill)}
              </span>{' '}
              <span className="quiet">{hostOf(one.resource)}</span>
            </li>
          ))}
          {fresh > 5 && <li className="quiet">and {(fresh - 5).toLocaleString()} more</li>}
        </ul>
      )}
      {differences.length > 0 && (
        <ul className="lines compact" aria-label="Differences">
          {differences.slice(0, 5).map((one) => (
            <DifferenceLine key={one.kept.id} difference={one} />
          ))}
          {changed + preview.conflicts > 5 && (
            <li className="quiet">and {(changed + preview.conflicts - 5).toLocaleString()} more</li>
          )}
        </ul>
      )}
      {preview.conflicts > 0 && (
        <fieldset className="stack">
          <legend className="label">Where both changed</legend>
          <Radio name="conflicts" checked={conflicts === 'mine'} onChoose={() => onConflicts('mine')}>
            keep mine
          </Radio>
          <Radio name="conflicts" checked={conflicts === 'theirs'} onChoose={() => onConflicts('theirs')}>
            take theirs
          </Radio>
        </fieldset>
      )}
      {missing > 0 && (
        <fieldset className="stack">
          <legend className="label">What the file does not have of these pages</legend>
          <Radio name="mode" checked={mode === 'merge'} onChoose={() => onMode('merge')}>
            keep: add the file’s alignments to mine
          </Radio>
          <Radio name="mode" checked={mode === 'replace'} onChoose={() => onMode('replace')}>
            remove {countOf(missing, 'alignment')}: these pages then say what the file says
          </Radio>
        </fieldset>
      )}
      {warnings.length > 0 && (
        <ul className="warnings" aria-label="What was left out or mended">
          {warnings.map(({ code, message, count }) => (
            <li key={`${code} ${message}`}>
              {message} {count > 1 && <span className="quiet">{count.toLocaleString()} times</span>}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Count({ what, count }: { what: string; count: number }) {
  return (
    <div className={count === 0 ? 'is-none' : undefined}>
      <dt>{what}</dt>
      <dd>{count.toLocaleString()}</dd>
    </div>
  );
}

function DifferenceLine({ difference: { kept, incoming } }: { difference: Difference }) {
  return (
    <li>
      <span className="quiet">{relationWords[kept.relation].label}</span>{' '}
      <span lang={kept.skill.language} dir="auto">
        {sentenceOf(kept.skill)}
      </span>
      <p className="muted dots">
        <span>here: {wordsOf(kept)}</span>
        <span>there: {wordsOf({ fit: incoming.fit ?? kept.fit, note: incoming.note ?? kept.note })}</span>
      </p>
    </li>
  );
}

function wordsOf({ fit, note }: { fit: keyof typeof fitWords; note?: string | undefined }): string {
  return `${fitWords[fit].label}${note ? `, “${note}”` : ''}`;
}

type RadioProps = { name: string; checked: boolean; onChoose(): void; children: React.ReactNode };

function Radio({ name, checked, onChoose, children }: RadioProps) {
  return (
    <label className="check">
      <input type="radio" name={name} checked={checked} onChange={onChoose} />
      <span>{children}</span>
    </label>
  );
}
