type Props = {
  label: string;
  /** Beside the label, in small: "optional". */
  aside?: string;
  hint?: string;
  value: string;
  onChange(value: string): void;
  /** Default: words. */
  holds?: 'address' | 'secret' | 'code';
  required?: boolean;
  wide?: boolean;
  /** Whether the keyboard goes into it when it is shown. */
  focus?: boolean;
  maxLength?: number;
};

/** A line of text with its label, which a form owns. A secret is neither shown nor offered to be kept by the browser. */
export function TextField({ label, aside, hint, value, onChange, holds, required, wide, focus, maxLength }: Props) {
  return (
    <label className={wide ? 'field wide' : 'field'}>
      <span className="label">
        {label} {aside && <span className="quiet">{aside}</span>}
      </span>
      <input
        className="input"
        type={holds === 'secret' ? 'password' : 'text'}
        inputMode={holds === 'address' ? 'url' : undefined}
        dir={holds ? 'ltr' : undefined}
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: only where the person has just opened it
        autoFocus={focus}
        required={required}
        maxLength={maxLength}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {hint && <span className="hint">{hint}</span>}
    </label>
  );
}
