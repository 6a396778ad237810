import { useEffect, useRef } from 'react';
import { differingParts } from '../../lib/domain/choice-difference.ts';
import type { AlignmentChoice, ResourceAlignment } from '../../lib/domain/resource-alignment.ts';
import { t } from '../../lib/language/words.ts';
import type { StandingNow } from '../../lib/queries/history.ts';
import { partOf, partWord } from '../history/choice-words.ts';
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
            {t(alignment ? 'alignment.conflict.changed' : 'alignment.conflict.removed')}
          </strong>
          <p>{t(alignment ? 'alignment.conflict.changed.help' : 'alignment.conflict.removed.help')}</p>
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
              {t('alignment.conflict.keep')}
            </button>
            <button type="button" className="btn btn-small" disabled={saving} onClick={() => onOverwrite(alignment)}>
              {t('alignment.conflict.overwrite')}
            </button>
          </>
        ) : (
          <>
            <button type="button" className="btn btn-small" disabled={saving} onClick={onSaveAsNew}>
              {t('alignment.conflict.saveNew')}
            </button>
            <button type="button" className="btn btn-small" disabled={saving} onClick={onYield}>
              {t('alignment.conflict.letGo')}
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
  if (parts.length === 0) return <p>{t('alignment.conflict.same')}</p>;
  return (
    <table className="versions">
      <thead>
        <tr>
          <td />
          <th scope="col">{t('alignment.conflict.theirs')}</th>
          <th scope="col">{t('alignment.conflict.mine')}</th>
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => (
          <tr key={part}>
            <th scope="row">{partWord(part)}</th>
            {[theirs, mine].map((version, index) => (
              <td key={index === 0 ? 'theirs' : 'mine'} dir="auto" data-own-words={part === 'note' ? '' : undefined}>
                {partOf(version, part) ?? <span className="quiet">{t('alignment.conflict.none')}</span>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
