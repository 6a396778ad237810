import { useId } from 'react';

type Props = {
  label: string;
  /** What it comes to. */
  hint: string;
  /** Undefined until known; it cannot be switched before. */
  on: boolean | undefined;
  onChange(on: boolean): void;
};

/** Something to switch on and off at once. */
export function Switch({ label, hint, on, onChange }: Props) {
  const described = useId();
  return (
    <div>
      <label className="check grow">
        <input
          type="checkbox"
          role="switch"
          checked={on ?? false}
          aria-checked={on ?? false}
          disabled={on === undefined}
          aria-describedby={described}
          onChange={({ target }) => onChange(target.checked)}
        />
        <span>
          <strong className="strong">{label}</strong>
        </span>
      </label>
      <p className="muted" id={described}>
        {hint}
      </p>
    </div>
  );
}
