import { disagreeing, type FieldName, type Fields, winning } from '../../lib/domain/learning-resource.ts';
import { fieldWords, languageName, saidByWords } from './field-words.ts';

type Props = {
  fields: Fields;
  name: FieldName;
  /** Opens the list of all that is said; a disagreement links there. */
  onCompare(): void;
};

/** One field with its value, who says so, and whether others say otherwise. Nothing where nobody says anything. */
export function Fact({ fields, name, onCompare }: Props) {
  const said = winning(fields, name);
  const [first] = said;
  if (!first) return null;
  const words = said.map(({ value }) => (name === 'language' ? languageName(value) : value)).join(', ');
  const others = disagreeing(fields, name).length;
  return (
    <div>
      <dt>
        {fieldWords[name]} · {saidByWords[first.by]}
        {first.frame && ', in a frame'}
      </dt>
      <dd>
        <span className="clamp-1" title={words}>
          {words}
        </span>
        {others > 0 && (
          <button type="button" className="link" onClick={onCompare}>
            {others === 1 ? '1 differs' : `${others} differ`}
          </button>
        )}
      </dd>
    </div>
  );
}
