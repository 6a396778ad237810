import { type FormEvent, useState } from 'react';
import { filterQuery, type LibraryFilter, readFilter } from '../../lib/domain/library-filter.ts';
import { longestViewName, type SavedView } from '../../lib/domain/saved-view.ts';
import { number } from '../../lib/language/format.ts';
import { t } from '../../lib/language/words.ts';
import { ask } from '../../lib/messaging/client.ts';
import { useKept } from '../../lib/queries/database-context.ts';
import { savedViews } from '../../lib/queries/views.ts';
import type { Acts } from './ActNotices.tsx';
import type { ShownLibrary } from './use-library.ts';
import { useViewCounts } from './use-view-counts.ts';

type Props = { filter: LibraryFilter; known: ShownLibrary['known']; acts: Acts };

/** The choices of what to show that were saved under a name, and the way to save the present one. */
export function SavedViews({ filter, known, acts }: Props) {
  const views = useKept(savedViews, []);
  const counts = useViewCounts(views, known, filter.words);
  const query = filterQuery(filter);
  const isShown = (view: SavedView) => filterQuery(readFilter(view.filter)) === query;
  const [naming, setNaming] = useState<Pick<SavedView, 'id' | 'name' | 'filter'>>();
  const keep = async (view: Pick<SavedView, 'id' | 'name' | 'filter'>) => {
    const answer = await ask('keepView', view);
    setNaming(undefined);
    acts.end(answer, { words: t('library.viewKept', { name: view.name }) });
  };
  const remove = async ({ id, name, filter: query }: SavedView) => {
    const answer = await ask('removeView', { id });
    acts.end(answer, { words: t('library.viewRemoved', { name }), undo: () => void keep({ id, name, filter: query }) });
  };
  return (
    <nav className="facet views" aria-label={t('library.views')}>
      <span className="facet-name" aria-hidden="true">
        {t('library.views')}
      </span>
      <Line name={t('library.everything')} query="" current={query === ''} count={all(known, filter)} />
      {views?.map((view) =>
        naming?.id === view.id ? (
          <NameForm key={view.id} view={naming} onSave={keep} onLeave={() => setNaming(undefined)} />
        ) : (
          <div className="view" key={view.id}>
            <Line name={view.name} own query={view.filter} current={isShown(view)} count={counts.get(view.id)} />
            {isShown(view) && (
              <span className="row view-acts">
                <button
                  type="button"
                  className="link"
                  aria-label={t('library.renameView', { name: view.name })}
                  onClick={() => setNaming(view)}
                >
                  {t('library.rename')}
                </button>
                <button
                  type="button"
                  className="link"
                  aria-label={t('library.removeView', { name: view.name })}
                  onClick={() => void remove(view)}
                >
                  {t('library.forget')}
                </button>
              </span>
            )}
          </div>
        ),
      )}
      {query !== '' && views && !views.some(isShown) && !naming && (
        <button
          type="button"
          className="link facet-more"
          onClick={() => setNaming({ id: crypto.randomUUID(), name: '', filter: query })}
        >
          {t('library.saveView')}
        </button>
      )}
      {naming && !views?.some(({ id }) => id === naming.id) && (
        <NameForm view={naming} onSave={keep} onLeave={() => setNaming(undefined)} />
      )}
    </nav>
  );
}

/** All that there is, where no words narrow what is known of. */
function all(known: ShownLibrary['known'], { words }: LibraryFilter): number | undefined {
  return words ? undefined : known?.keys.length;
}

type LineProps = { name: string; own?: boolean; query: string; current: boolean; count: number | undefined };

function Line({ name, own, query, current, count }: LineProps) {
  return (
    <a
      className="facet-line"
      href={query ? `#library?${query}` : '#library'}
      aria-current={current ? 'true' : undefined}
    >
      <span className="what" dir="auto" data-own-words={own ? '' : undefined}>
        {name}
      </span>
      {count !== undefined && <span className="of">{number(count)}</span>}
    </a>
  );
}

type NameProps = {
  view: Pick<SavedView, 'id' | 'name' | 'filter'>;
  onSave(view: Pick<SavedView, 'id' | 'name' | 'filter'>): Promise<void>;
  onLeave(): void;
};

function NameForm({ view, onSave, onLeave }: NameProps) {
  const [name, setName] = useState(view.name);
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') void onSave({ ...view, name: name.trim() });
  };
  return (
    <form className="view-name" onSubmit={save}>
      <input
        className="input"
        aria-label={t('library.viewName')}
        placeholder={t('library.viewName')}
        dir="auto"
        required
        maxLength={longestViewName}
        value={name}
        // biome-ignore lint/a11y/noAutofocus: the field takes the place of the button that was pressed
        autoFocus
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && onLeave()}
      />
      <span className="row">
        <button type="submit" className="btn btn-small">
          {t('library.saveName')}
        </button>
        <button type="button" className="btn btn-small btn-quiet" onClick={onLeave}>
          {t('library.leaveName')}
        </button>
      </span>
    </form>
  );
}
