import { useEffect, useRef } from 'react';
import { differingParts } from '../../lib/domain/choice-difference.ts';
import type { AlignmentChoice, ResourceAlignment } from '../../lib/domain/resource-alignment.ts';
import type { StandingNow } from '../../lib/queries/history.ts';
import { partOf, partWords } from '../history/choice-words.ts';
import { actorWords } from '../history/line-words.ts';
import { Icon } from '../ui/Icon.tsx';
import { Moment } from '../ui/Moment.tsx';
import { useNow } from '../ui/use-now.ts';

type Props = {
  /** What stands in the form. */
  mine: AlignmentChoice;
  /** The alignment as it is by now, and who saved or removed it. */
  standing: StandingNow;
  /** How often saving was refused for it; with each the keyboard comes here. Before that, typing goes on undisturbed. */
  refused: number;
  saving: boolean;
  /** Lets go of what stands in the form. */
  onYield(): void;
  /** Saves what stands in the form over what is saved now. */
  onOverwrite(standing: ResourceAlignment): void;
  /** Saves what stands in the form as an alignment of its own, since the one before was removed. */
  onSaveAsNew(): void;
};

/** Another window saved or removed the alignment that is being changed: both versions in words, and the two ways on. */
export function SaveConflict({ mine, standing, refused, saving, onYield, onOverwrite, onSaveAsNew }: Props) {
  const { alignment, last } = standing;
  const title = useRef<HTMLElement>(null);
  const now = useNow();
  useEffect(() => {
    if (refused > 0) title.current?.focus();
  }, [refused]);
  const by = last && actorWords(last);
  return (
    <div className="notice notice-caution conflict">
      <Icon name="info" />
      <div className="body">
        <div role="alert">
          <strong ref={title} tabIndex={-1}>
            {alignment ? 'Saved in another window meanwhile' : 'Removed in another window meanwhile'}
          </strong>
          <p>Nothing was overwritten. {alignment ? 'Decide which of the two stays.' : 'Yours is still here, below.'}</p>
        </div>
        {last && (
          <p className="quiet dots">
            {by && <span>{by}</span>}
            <Moment at={last.at} now={now} />
          </p>
        )}
        {alignment && <Versions theirs={alignment} mine={mine} />}
      </div>
      <div className="acts">
        {alignment ? (
          <>
            <button type="button" className="btn btn-small" disabled={saving} onClick={onYield}>
              Keep theirs
            </button>
            <button type="button" className="btn btn-small" disabled={saving} onClick={() => onOverwrite(alignment)}>
              Save mine over it
            </button>
          </>
        ) : (
          <>
            <button type="button" className="btn btn-small" disabled={saving} onClick={onSaveAsNew}>
              Save it as new
            </button>
            <button type="button" className="btn btn-small" disabled={saving} onClick={onYield}>
              Let it go
            </button>
          </>
        )}
      </div>
    </div>
  );
}

/** Where the two differ, part by part, side by side. */
function Versions({ theirs, mine }: { theirs: AlignmentChoice; mine: AlignmentChoice }) {
  const parts = differingParts(theirs, mine);
  if (parts.length === 0) return <p>Both say the same.</p>;
  return (
    <table className="versions">
      <thead>
        <tr>
          <td />
          <th scope="col">Theirs</th>
          <th scope="col">Mine</th>
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => (
          <tr key={part}>
            <th scope="row">{partWords[part]}</th>
            {[theirs, mine].map((version, index) => (
              <td key={index === 0 ? 'theirs' : 'mine'} dir="auto">
                {partOf(version, part) ?? <span className="quiet">none</span>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
