import type { FormEvent } from 'react';
import * as z from 'zod/mini';
import type { TableSample } from '../../lib/domain/framework-import.ts';
import { type PlainKey, t } from '../../lib/language/words.ts';
import { useKeptForm } from '../../lib/state/kept-form.ts';
import { RestoredLine } from '../draft/RestoredLine.tsx';

/** One thing that a column can hold, as the person is asked for it. */
export type ColumnField<Field> = { field: Field; label: PlainKey; hint?: PlainKey; required?: true };

type Props<Columns> = {
  table: TableSample;
  /** What its columns can hold, in the order in which it is asked. */
  fields: readonly ColumnField<keyof Columns & string>[];
  /** With what it begins. */
  guess: Partial<Columns>;
  /** What was said before. */
  columns?: Columns;
  /** What was chosen, where that is enough to read the table; undefined where something is missing. */
  wholeOf(chosen: Partial<Columns>): Columns | undefined;
  onName(columns: Columns): void;
  /** Leaves the table; absent where something else on the screen does. */
  onLeave?(): void;
};

/** Asks what the columns of a table hold that has no header that Plumbline knows. It begins with a guess. */
export function ColumnMapper<Columns extends Partial<Record<string, string>>>({
  table,
  fields,
  guess,
  columns,
  wholeOf,
  onName,
  onLeave,
}: Props<Columns>) {
  // By what the table is: the file has to be chosen again, and then its choices are there.
  const name = `columns ${fields.map(({ field }) => field).join()} ${table.headings.join('\n')}`;
  const choices = choicesAmong<Columns>(fields, table);
  const { form: chosen, change, restoredAt, settle, discard } = useKeptForm(name, choices, columns ?? guess);
  const whole = wholeOf(chosen);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!whole) return;
    settle();
    onName(whole);
  };
  const choose = (field: keyof Columns, heading: string) => {
    const { [field]: _, ...others } = chosen;
    // A partial map less one field is one, too; the compiler does not see that of a type that it does not know.
    change((heading ? { ...others, [field]: heading } : others) as Partial<Columns>);
  };
  return (
    <form className="stack" onSubmit={submit}>
      <RestoredLine what="choice" at={restoredAt} onDiscard={discard} />
      <p>{t('framework.columns.unknown')}</p>
      <div className="sample">
        <table data-own-words>
          <caption className="sr">{t('framework.columns.sample')}</caption>
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
        {fields.map(({ field, label, hint, required = false }) => (
          <label key={field} className="field">
            <span className="label">{t(label)}</span>
            <span className="select">
              <select
                className="input"
                required={required}
                value={chosen[field] ?? ''}
                onChange={(event) => choose(field, event.target.value)}
              >
                <option value="">{t(required ? 'framework.columns.choose' : 'framework.columns.none')}</option>
                {table.headings.map((heading) => (
                  <option key={heading} value={heading} data-own-words>
                    {heading}
                  </option>
                ))}
              </select>
            </span>
            {hint && <span className="hint">{t(hint)}</span>}
          </label>
        ))}
      </div>
      <div className="row">
        <button type="submit" className={columns ? 'btn' : 'btn btn-primary'} disabled={!whole}>
          {t(columns ? 'framework.columns.readAgain' : 'framework.columns.read')}
        </button>
        {onLeave && (
          <button type="button" className="btn btn-quiet" onClick={onLeave}>
            {t('framework.cancel')}
          </button>
        )}
      </div>
    </form>
  );
}

/** Choices of columns that this table has, for what is asked of it. */
function choicesAmong<Columns>(
  fields: readonly ColumnField<keyof Columns & string>[],
  { headings }: TableSample,
): z.ZodMiniType<Partial<Columns>> {
  const column = z.optional(z.string().check(z.refine((heading) => headings.includes(heading))));
  const choices = z.object(Object.fromEntries(fields.map(({ field }) => [field, column])));
  // A map of fields to headings is one of Columns; the compiler does not see that of a type that it does not know.
  return choices as unknown as z.ZodMiniType<Partial<Columns>>;
}

/** The first rows, by what they say; those that say the same once. */
function firstRows({ rows }: TableSample): [string, string[]][] {
  return [...new Map(rows.map((row) => [row.join('\n'), row]))].slice(0, 3);
}
