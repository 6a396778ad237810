import { t } from '../../lib/language/words.ts';

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
        {name ? t('bundle.sign.as', { name }) : t('bundle.sign')}
        <br />
        <span className="quiet">{t(takesProof ? 'bundle.sign.inside' : 'bundle.sign.beside')}</span>
      </span>
    </label>
  );
}
