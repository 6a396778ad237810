import { type ReactNode, useContext } from 'react';
import { t } from '../../lib/language/words.ts';
import { useBrowsing } from '../../lib/state/browsing.ts';
import { Segmented } from '../ui/Segmented.tsx';
import { PlaceContext } from './place-context.ts';

type Props = {
  /** The search. */
  children: ReactNode;
  /** What stands in its place while frameworks are browsed. */
  tree: ReactNode;
};

/** The way to a skill: the search; beside the page, where there is room for it, a framework's tree as well. */
export function FindSkill({ children, tree }: Props) {
  const place = useContext(PlaceContext);
  const { on, browse } = useBrowsing();
  if (place === 'popup') {
    return (
      <section className="block joined" aria-label={t('panel.search')}>
        {children}
      </section>
    );
  }
  return (
    <section className="block joined stack" aria-label={t('panel.find')}>
      <fieldset>
        <legend className="sr">{t('panel.find')}</legend>
        <Segmented
          name="find"
          value={on ? 'browse' : 'search'}
          onChange={(way) => browse(way === 'browse')}
          options={[
            { value: 'search', label: t('panel.search') },
            { value: 'browse', label: t('panel.browse') },
          ]}
        />
      </fieldset>
      {on ? tree : <div>{children}</div>}
    </section>
  );
}
