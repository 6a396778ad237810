import { type Delivery, deliveryNeeds, type RegistryKind } from '../../lib/domain/registry.ts';
import { t } from '../../lib/language/words.ts';
import { formatsByGroup } from '../bundle/FormatFields.tsx';
import type { DeliveryForm } from './delivery-form.ts';
import { type KindField, kindWords } from './kind-words.ts';
import { TextField } from './TextField.tsx';

type Props = { kind: RegistryKind; form: DeliveryForm; onChange(form: DeliveryForm): void };

/** How alignments are sent to a registry of a kind: what its row in `kindWords` has, and nothing else. */
export function DeliveryFields({ kind, form, onChange }: Props) {
  const { delivery: known = {} } = kindWords[kind];
  const needed = (member: keyof Delivery) => deliveryNeeds[kind]?.includes(member) ?? false;
  const change = (changed: Partial<DeliveryForm>) => onChange({ ...form, ...changed });
  const line = (member: 'tenant' | 'organisation') =>
    known[member] && (
      <TextField
        {...say(known[member])}
        {...(!needed(member) && { aside: t('registry.optional') })}
        holds="code"
        maxLength={200}
        value={form[member]}
        onChange={(value) => change({ [member]: value })}
      />
    );
  return (
    <>
      {known.format && (
        <Choice
          {...say(known.format)}
          value={form.format}
          required={needed('format')}
          onChoose={(format) => change({ format })}
        >
          <option value="">
            {t(needed('format') ? 'registry.delivery.formatChoose' : 'registry.delivery.formatAny')}
          </option>
          {formatsByGroup.map(({ group, formats }) => (
            <optgroup key={group} label={t(`format.group.${group}`)}>
              {formats.map((id) => (
                <option key={id} value={id}>
                  {t(`format.${id}.label`)}
                </option>
              ))}
            </optgroup>
          ))}
        </Choice>
      )}
      {known.method && (
        <Choice {...say(known.method)} value={form.method || 'POST'} onChoose={(method) => change({ method })}>
          {['POST', 'PUT', 'PATCH'].map((method) => (
            <option key={method} data-own-words>
              {method}
            </option>
          ))}
        </Choice>
      )}
      {known.headers && (
        <TextArea {...say(known.headers)} rows={2} value={form.headers} onType={(headers) => change({ headers })} />
      )}
      {known.template && (
        <TextArea {...say(known.template)} rows={5} value={form.template} onType={(template) => change({ template })} />
      )}
      {known.deletes && (
        <label className="check wide">
          <input
            type="checkbox"
            checked={form.deletes}
            onChange={(event) => change({ deletes: event.target.checked })}
          />
          <span>
            {t(known.deletes.label)} <span className="quiet">{t(known.deletes.hint)}</span>
          </span>
        </label>
      )}
      {line('tenant')}
      {line('organisation')}
    </>
  );
}

type Said = { label: string; hint: string };

function say({ label, hint }: KindField): Said {
  return { label: t(label), hint: t(hint) };
}

type ChoiceProps = Said & {
  value: string;
  required?: boolean;
  onChoose(value: string): void;
  children: React.ReactNode;
};

function Choice({ label, hint, value, required, onChoose, children }: ChoiceProps) {
  return (
    <label className="field">
      <span className="label">{label}</span>
      <span className="select">
        <select className="input" value={value} required={required} onChange={(event) => onChoose(event.target.value)}>
          {children}
        </select>
      </span>
      <span className="hint">{hint}</span>
    </label>
  );
}

type AreaProps = Said & { rows: number; value: string; onType(text: string): void };

function TextArea({ label, hint, rows, value, onType }: AreaProps) {
  return (
    <label className="field wide">
      <span className="label">
        {label} <span className="quiet">{t('registry.optional')}</span>
      </span>
      <textarea
        className="input mono"
        dir="ltr"
        rows={rows}
        maxLength={20_000}
        spellCheck={false}
        value={value}
        onChange={(event) => onType(event.target.value)}
      />
      <span className="hint">{hint}</span>
    </label>
  );
}
