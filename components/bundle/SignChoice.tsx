type Props = {
  /** What the person calls herself. */
  name: string | undefined;
  takesProof: boolean;
  checked: boolean;
  onChange(checked: boolean): void;
};

/** Whether what is exported is signed, and what becomes of it then. */
export function SignChoice({ name, takesProof, checked, onChange }: Props) {
  return (
    <label className="check">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span>
        {name ? `Sign as ${name}` : 'Sign it'}
        <br />
        <span className="quiet">
          {takesProof
            ? 'puts your key in the issuer’s place, and a proof of it beside'
            : 'adds a separate signature file, so that this one stays as it is'}
        </span>
      </span>
    </label>
  );
}
