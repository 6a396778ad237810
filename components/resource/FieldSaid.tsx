import {
  disagreeing,
  type FieldName,
  type Fields,
  type Said,
  type SaidBy,
} from '../../lib/domain/learning-resource.ts';
import { isWebAddress } from '../../lib/domain/web-address.ts';
import { eachOnce } from './each-once.ts';
import { fieldWords, saidByWords } from './field-words.ts';

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
      <dt>{fieldWords[name]}</dt>
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
                aria-label={`Use ${fieldWords[name]} from ${saidByWords[one.by]}`}
                onClick={() => onChoose(one.by)}
              >
                Use
              </button>
            )}
          </dd>
        );
      })}
    </div>
  );
}

function sayerOf({ by, frame }: Said): string {
  return frame ? `${saidByWords[by]} in the frame “${frame}”` : saidByWords[by];
}

function Value({ said }: { said: Said }) {
  if (!said.uri || !isWebAddress(said.uri)) return said.value;
  return (
    <a href={said.uri} target="_blank" rel="noreferrer">
      {said.value}
    </a>
  );
}
