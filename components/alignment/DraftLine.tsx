import { t } from '../../lib/language/words.ts';
import { chosenIn, useDraft } from '../../lib/state/draft.ts';
import { useKeeping } from '../../lib/state/keeping.ts';
import { useView } from '../../lib/state/view.ts';
import { Clamped } from '../ui/Clamped.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Words } from '../ui/Words.tsx';
import { relationWord } from './words.ts';

/** A draft that was left for a moment: what it is about, and the ways back to it or rid of it. */
export function DraftLine() {
  const { draft, discard } = useDraft();
  const kept = useKeeping((state) => state.kept);
  const show = useView((state) => state.show);
  if (!draft) return null;
  return (
    <div className="notice notice-line">
      <Icon name="info" />
      <div className="body">
        <Clamped lines={1}>
          {draft.more ? (
            t(kept ? 'alignment.draftKept.several' : 'alignment.draftNotKept.several', {
              count: chosenIn(draft).length,
            })
          ) : (
            <Words
              of={kept ? 'alignment.draftKept.of' : 'alignment.draftNotKept.of'}
              values={{
                relation: relationWord(draft.choice.relation),
                skill: (
                  <bdi lang={draft.skill.language} data-own-words>
                    {draft.skill.name}
                  </bdi>
                ),
              }}
            />
          )}
        </Clamped>
        <span className="row">
          <button type="button" className="link" onClick={() => show('align')}>
            {t('alignment.continue')}
          </button>
          <button type="button" className="link" onClick={discard}>
            {t('alignment.discard')}
          </button>
        </span>
      </div>
    </div>
  );
}
