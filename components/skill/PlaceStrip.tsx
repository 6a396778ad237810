import { number, shortlyAgo } from '../../lib/language/format.ts';
import { t } from '../../lib/language/words.ts';
import { type SearchGroup, thisDevice } from '../../lib/state/search.ts';
import { Icon } from '../ui/Icon.tsx';

type Props = {
  groups: readonly SearchGroup[];
  /** How many rows each place has. */
  counts: ReadonlyMap<string, number>;
  /** The only place that is shown. */
  chosen: string | undefined;
  onChoose(place: string | undefined): void;
};

/** Every place that is searched with how far it is, in an order that never changes; pressing one shows it alone. */
export function PlaceStrip({ groups, counts, chosen, onChoose }: Props) {
  const now = Date.now();
  const device = { registry: thisDevice, name: t('skill.thisDevice'), asking: false };
  const places: Pick<SearchGroup, 'registry' | 'name' | 'asking' | 'at' | 'problem'>[] = [device, ...groups];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be named by a legend that is shown
    <div className="places" role="group" aria-label={t('skill.places')}>
      {places.map(({ registry, name, asking, at, problem }) => {
        const count = counts.get(registry) ?? 0;
        const ago = at === undefined ? undefined : shortlyAgo(at, now);
        // The name that is spoken begins with what is shown, so that people who speak to their computer can say it.
        const place = ago ? t('skill.place.aged', { name, count, ago }) : t('skill.place.found', { name, count });
        const spoken = asking
          ? t('skill.place.asking', { place })
          : problem
            ? t('skill.place.failed', { place })
            : place;
        return (
          <button
            key={registry}
            type="button"
            className="place"
            aria-pressed={chosen === registry}
            aria-label={spoken}
            title={spoken}
            // The field keeps the keyboard where the pointer presses this.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(chosen === registry ? undefined : registry)}
          >
            {problem && !asking && <Icon name="alert" />}
            <span className="name" data-own-words="">
              {name}
            </span>{' '}
            <span className="count">{number(count)}</span>
            {ago && (
              <span className="ago" data-own-words="">
                {' '}
                · {ago}
              </span>
            )}
            {asking && <span className="spinner" aria-hidden="true" />}
          </button>
        );
      })}
    </div>
  );
}
