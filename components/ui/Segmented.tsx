import type { ReactNode } from 'react';

type Props<Value extends string> = {
  /** Name of the radio group, unique on the screen. */
  name: string;
  options: readonly { value: Value; label: ReactNode }[];
  value: Value;
  onChange(value: Value): void;
  /** Id of the text that explains the chosen option. */
  describedBy?: string;
  /** What stands at the end of the row, such as a button for more options. */
  children?: ReactNode;
};

/** Radio buttons in one row; arrow keys move between them. */
export function Segmented<Value extends string>({
  name,
  options,
  value,
  onChange,
  describedBy,
  children,
}: Props<Value>) {
  return (
    <div className="segmented">
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            aria-describedby={describedBy}
          />
          <span className="choice">{option.label}</span>
        </label>
      ))}
      {children}
    </div>
  );
}
