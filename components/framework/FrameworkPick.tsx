import type { KeptFramework } from '../../lib/domain/framework.ts';

type Props = {
  label: string;
  frameworks: readonly Pick<KeptFramework, 'id' | 'name'>[];
  /** The chosen one, by its id. */
  value: string;
  onChoose(framework: string): void;
};

/** One of the frameworks kept here. */
export function FrameworkPick({ label, frameworks, value, onChoose }: Props) {
  return (
    <label className="field">
      <span className="label">{label}</span>
      <span className="select">
        <select className="input" value={value} onChange={({ target }) => onChoose(target.value)}>
          {frameworks.map(({ id, name }) => (
            <option key={id} value={id} data-own-words>
              {name}
            </option>
          ))}
        </select>
      </span>
    </label>
  );
}
