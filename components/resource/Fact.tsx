import { disagreeing, type FieldName, type Fields, winning } from '../../lib/domain/learning-resource.ts';
import { languageName, listOf } from '../../lib/language/format.ts';
import { t } from '../../lib/language/words.ts';
import { fieldWord, saidByWord } from './field-words.ts';

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
  const words = listOf(said.map(({ value }) => (name === 'language' ? languageName(value) : value)));
  const others = disagreeing(fields, name).length;
  return (
    <div>
      <dt>
        {t(first.frame ? 'resource.fact.inFrame' : 'resource.fact', {
          field: fieldWord(name),
          source: saidByWord(first.by),
        })}
      </dt>
      <dd>
        <span className="clamp-1" title={words} data-own-words="">
          {words}
        </span>
        {others > 0 && (
          <button type="button" className="link" onClick={onCompare}>
            {t('resource.differ', { count: others })}
          </button>
        )}
      </dd>
    </div>
  );
}
