import { useEffect, useRef } from 'react';
import type { SkillAlignment } from '../../lib/domain/skill-alignment.ts';
import { t } from '../../lib/language/words.ts';
import { Icon } from '../ui/Icon.tsx';
import { skillRelationWord } from './words.ts';

type Props = {
  /** What stands by now; absent where it was removed. */
  standing: SkillAlignment | undefined;
  saving: boolean;
  /** Lets go of what stands in the form. */
  onYield(): void;
  /** Saves what stands in the form, over what stands now or anew. */
  onInsist(): void;
};

/** Another window saved or removed the statement that is being changed: what it says now, and the two ways on. */
export function PairConflict({ standing, saving, onYield, onInsist }: Props) {
  const title = useRef<HTMLElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <div className="notice notice-caution conflict">
      <Icon name="info" />
      <div className="body" role="alert">
        <strong ref={title} tabIndex={-1}>
          {t(standing ? 'crosswalk.conflict.changed' : 'crosswalk.conflict.removed')}
        </strong>
        <p>
          {standing
            ? t('crosswalk.conflict.changed.help', { relation: skillRelationWord(standing.relation) })
            : t('crosswalk.conflict.removed.help')}
        </p>
        {standing?.note && (
          <p className="quiet" dir="auto" data-own-words>
            {standing.note}
          </p>
        )}
      </div>
      <div className="acts">
        <button type="button" className="btn btn-small" disabled={saving} onClick={onYield}>
          {t(standing ? 'crosswalk.keepTheirs' : 'crosswalk.letGo')}
        </button>
        <button type="button" className="btn btn-small" disabled={saving} onClick={onInsist}>
          {t(standing ? 'crosswalk.overwrite' : 'crosswalk.saveNew')}
        </button>
      </div>
    </div>
  );
}
