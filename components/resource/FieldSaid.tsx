import {
  disagreeing,
  type FieldName,
  type Fields,
  type Said,
  type SaidBy,
} from '../../lib/domain/learning-resource.ts';
import { isWebAddress } from '../../lib/domain/web-address.ts';
import { t } from '../../lib/language/words.ts';
import { eachOnce } from './each-once.ts';
import { fieldWord, saidByWord } from './field-words.ts';

type Props = {
  name: FieldName;
  fields: Fields;
  /** Believes another source for this field. */
  onChoose(by: SaidBy): void;
};

/** Every value of one field with who says it; where sources disagree, each that is not believed can be. */
export function FieldSaid({ name, fields, onChoose }: Props) {
  const said = fields[name] ?? [];
  const others = new Set(disagreeing(fields, name).map(({ by }) => by));
  const offered = new Set<SaidBy>();
  return (
    <div>
      <dt>{fieldWord(name)}</dt>
      {eachOnce(said).map(([key, one]) => {
        const offers = others.has(one.by) && !offered.has(one.by);
        offered.add(one.by);
        return (
          <dd key={key}>
            <Value said={one} /> <span className="quiet">{sayerOf(one)}</span>
            {offers && (
              <button
                type="button"
                className="link"
                aria-label={t('resource.use.from', { field: fieldWord(name), source: saidByWord(one.by) })}
                onClick={() => onChoose(one.by)}
              >
                {t('resource.use')}
              </button>
            )}
          </dd>
        );
      })}
    </div>
  );
}

function sayerOf({ by, frame }: Said): string {
  return frame ? t('resource.by.frame', { source: saidByWord(by), frame }) : saidByWord(by);
}

function Value({ said }: { said: Said }) {
  if (!said.uri || !isWebAddress(said.uri)) return <span data-own-words="">{said.value}</span>;
  return (
    <a href={said.uri} target="_blank" rel="noreferrer" data-own-words="">
      {said.value}
    </a>
  );
}
