import { FieldName, type Fields, type SaidBy } from '../../lib/domain/learning-resource.ts';
import type { TabReading } from '../../lib/domain/tab-reading.ts';
import { warningWords } from '../../lib/language/problem-words.ts';
import { eachOnce } from './each-once.ts';
import { FieldSaid } from './FieldSaid.tsx';
import { FramesRead } from './FramesRead.tsx';

type Props = {
  /** Id of the list, by which the button that opens it names it. */
  id: string;
  fields: Fields;
  /** Absent where the person named the page. */
  reading?: TabReading;
  /** Believes another source for a field. */
  onChoose(name: FieldName, by: SaidBy): void;
};

/** Every value of every field with who says it, the one that is believed first, and what could not be read. */
export function EverythingSaid({ id, fields, reading, onChoose }: Props) {
  const warnings = reading?.warnings ?? [];
  return (
    <div className="everything" id={id}>
      <dl className="pairs">
        {FieldName.options.map(
          (name) =>
            fields[name]?.length && (
              <FieldSaid key={name} name={name} fields={fields} onChoose={(by) => onChoose(name, by)} />
            ),
        )}
      </dl>
      {reading && <FramesRead reading={reading} />}
      {warnings.length > 0 && (
        <ul className="warnings">
          {eachOnce(warnings).map(([key, warning]) => (
            <li key={key} className="muted">
              {warningWords(warning)} {warning.where && <span className="quiet">{warning.where}</span>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
