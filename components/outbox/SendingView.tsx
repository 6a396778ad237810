import { useEffect, useId, useRef, useState } from 'react';
import type { Registry } from '../../lib/domain/registry.ts';
import type { ResourceAlignment } from '../../lib/domain/resource-alignment.ts';
import { t } from '../../lib/language/words.ts';
import { relationWord } from '../alignment/words.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { useEscape } from '../ui/use-escape.ts';
import { DeliveryPreview } from './DeliveryPreview.tsx';

type Props = {
  title: string;
  /** What would be published now; at least one. */
  alignments: readonly ResourceAlignment[];
  /** Where to; at least one. */
  targets: readonly Registry[];
  onBack(): void;
  onSay(text: string): void;
};

/** What "Publish" would send, one request at a time, before anything leaves the device. */
export function SendingView({ title, alignments, targets, onBack, onSay }: Props) {
  const [chosen, setChosen] = useState<string>();
  const [to, setTo] = useState<string>();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useEscape(onBack);
  const alignment = alignments.find(({ id }) => id === chosen) ?? alignments[0];
  const registry = targets.find(({ id }) => id === to) ?? targets[0];
  return (
    <section className="surface" aria-labelledby="sending-head">
      <header className="surface-bar">
        <IconButton icon="back" label={t('outbox.sending.back')} onClick={onBack} />
        <div className="where titled">
          <h1 id="sending-head" ref={heading} tabIndex={-1}>
            {t('outbox.sending')}
          </h1>
          <span title={title} data-own-words="">
            {title}
          </span>
        </div>
      </header>
      <div className="surface-body">
        <div className="block form">
          <Choice
            label={t('outbox.sending.to')}
            value={registry?.id}
            options={targets.map(({ id, name }) => [id, name])}
            onChange={setTo}
          />
          <Choice
            label={t('outbox.sending.alignment')}
            value={alignment?.id}
            options={alignments.map(({ id, relation, skill }) => [
              id,
              t('alignment.named', { relation: relationWord(relation), skill: skill.name || skill.statement }),
            ])}
            onChange={setChosen}
          />
          {alignment && registry && (
            <DeliveryPreview
              alignment={alignment.id}
              registry={registry.id}
              along={alignments.map(({ id }) => id)}
              onSay={onSay}
            />
          )}
        </div>
      </div>
    </section>
  );
}

type ChoiceProps = {
  label: string;
  value: string | undefined;
  /** Id and words of each. */
  options: readonly (readonly [string, string])[];
  onChange(value: string): void;
};

/** One of several; where there is but one, it is only said. */
function Choice({ label, value, options, onChange }: ChoiceProps) {
  const id = useId();
  const [only] = options;
  if (options.length === 1 && only) {
    return (
      <p className="field">
        <span className="label">{label}</span>
        <span data-own-words="">{only[1]}</span>
      </p>
    );
  }
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <span className="select">
        <select id={id} className="input" value={value} onChange={(event) => onChange(event.target.value)}>
          {options.map(([key, words]) => (
            <option key={key} value={key} data-own-words="">
              {words}
            </option>
          ))}
        </select>
      </span>
    </div>
  );
}
