import { type FormEvent, useState } from 'react';
import type { ColumnMap } from '../../lib/domain/document-kind.ts';
import type { TableSample } from '../../lib/domain/framework-import.ts';

type Props = {
  table: TableSample;
  /** What was said before. */
  columns?: ColumnMap;
  onName(columns: ColumnMap): void;
  /** Leaves the table; absent where something else on the screen does. */
  onLeave?(): void;
};

/** What a column can hold, as the person is asked. */
const fields: readonly { field: keyof ColumnMap; label: string; hint?: string; guess: RegExp }[] = [
  { field: 'name', label: 'Name', hint: 'A short name; needed.', guess: /name|title|skill|label/i },
  { field: 'statement', label: 'Statement', hint: 'What the learner can do.', guess: /statement|description|text/i },
  { field: 'code', label: 'Code', guess: /code|notation|number/i },
  { field: 'uri', label: 'Identifier', hint: 'An address or a urn that stays.', guess: /^(uri|url|id|identifier)$/i },
  { field: 'parent', label: 'Stands below', hint: 'Identifier or code of the one above.', guess: /parent|broader/i },
  { field: 'category', label: 'Category', guess: /category|topic|subject/i },
  { field: 'keywords', label: 'Keywords', guess: /keyword|tag/i },
  { field: 'level', label: 'Level', guess: /level|grade/i },
];

/** Asks what the columns of a table hold that has no header that Plumbline knows. It begins with a guess. */
export function ColumnMapper({ table, columns, onName, onLeave }: Props) {
  const [chosen, setChosen] = useState<Partial<ColumnMap>>(() => columns ?? guessed(table.headings));
  const { name, ...rest } = chosen;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name) onName({ name, ...rest });
  };
  const choose = (field: keyof ColumnMap, heading: string) => {
    const { [field]: _, ...others } = chosen;
    setChosen(heading ? { ...others, [field]: heading } : others);
  };
  return (
    <form className="stack" onSubmit={submit}>
      <p>Its columns are not known to Plumbline. Say what they hold.</p>
      <div className="sample">
        <table>
          <caption className="sr">The first rows</caption>
          <thead>
            <tr>
              {table.headings.map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {firstRows(table).map(([key, row]) => (
              <tr key={key}>
                {table.headings.map((heading, at) => (
                  <td key={heading} dir="auto">
                    <span className="clamp-2">{row[at]}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="form-grid">
        {fields.map(({ field, label, hint }) => (
          <label key={field} className="field">
            <span className="label">{label}</span>
            <span className="select">
              <select
                className="input"
                required={field === 'name'}
                value={chosen[field] ?? ''}
                onChange={(event) => choose(field, event.target.value)}
              >
                <option value="">{field === 'name' ? 'Choose a column' : 'In no column'}</option>
                {table.headings.map((heading) => (
                  <option key={heading} value={heading}>
                    {heading}
                  </option>
                ))}
              </select>
            </span>
            {hint && <span className="hint">{hint}</span>}
          </label>
        ))}
      </div>
      <div className="row">
        <button type="submit" className={columns ? 'btn' : 'btn btn-primary'} disabled={!name}>
          {columns ? 'Read it again' : 'Read it'}
        </button>
        {onLeave && (
          <button type="button" className="btn btn-quiet" onClick={onLeave}>
            Cancel
          </button>
        )}
      </div>
    </form>
  );
}

/** The first rows, by what they say; those that say the same once. */
function firstRows({ rows }: TableSample): [string, string[]][] {
  return [...new Map(rows.map((row) => [row.join('\n'), row]))].slice(0, 3);
}

/** A column for each field whose heading speaks for it; no column twice. */
function guessed(headings: readonly string[]): Partial<ColumnMap> {
  const taken = new Set<string>();
  const pairs = fields.flatMap(({ field, guess }) => {
    const heading = headings.find((one) => guess.test(one) && !taken.has(one));
    if (heading === undefined) return [];
    taken.add(heading);
    return [[field, heading] as const];
  });
  return Object.fromEntries(pairs);
}
