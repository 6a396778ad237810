import { useDraft } from '../../lib/state/draft.ts';
import { useKeeping } from '../../lib/state/keeping.ts';
import { useView } from '../../lib/state/view.ts';
import { Icon } from '../ui/Icon.tsx';
import { relationWords } from './words.ts';

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
        <span className="clamp-1">
          {kept ? 'Draft kept' : 'Draft not kept'}: {relationWords[draft.choice.relation].label} {draft.skill.name}
        </span>
        <span className="row">
          <button type="button" className="link" onClick={() => show('align')}>
            Continue
          </button>
          <button type="button" className="link" onClick={discard}>
            Discard
          </button>
        </span>
      </div>
    </div>
  );
}
