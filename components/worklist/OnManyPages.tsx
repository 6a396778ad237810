import { mostChosen } from '../../lib/domain/chosen-skill.ts';
import type { ResourceAlignment } from '../../lib/domain/resource-alignment.ts';
import { t } from '../../lib/language/words.ts';
import { useManyPages } from '../../lib/state/many-pages.ts';
import { useMarked } from '../../lib/state/marked.ts';
import { useView } from '../../lib/state/view.ts';

/** The ways to put skills on many pages: those that this page is aligned to, and those that are marked. */
export function OnManyPages({ alignments }: { alignments: readonly ResourceAlignment[] }) {
  const marked = useMarked((state) => state.skills);
  const take = useManyPages((state) => state.take);
  const show = useView((state) => state.show);
  if (alignments.length === 0 && marked.length === 0) return null;
  const ofPage = () =>
    alignments
      .slice(0, mostChosen)
      .map(({ skill: { taken: _, ...skill }, relation, fit }) => ({ skill, relation, fit }));
  const ofMarks = () => marked.map((skill) => ({ skill, relation: 'teaches' as const, fit: 'major' as const }));
  return (
    <div className="block joined row">
      {alignments.length > 0 && (
        <button
          type="button"
          className="link"
          onClick={() => {
            take(ofPage());
            show('many');
          }}
        >
          {t('work.many.ofPage', { count: Math.min(alignments.length, mostChosen) })}
        </button>
      )}
      {marked.length > 0 && (
        <button
          type="button"
          className="link"
          onClick={() => {
            take(ofMarks());
            show('many');
          }}
        >
          {t('work.many.ofMarks', { count: marked.length })}
        </button>
      )}
    </div>
  );
}
