import { useId, useState } from 'react';
import {
  type FieldName,
  type LearningResourceDraft,
  type SaidBy,
  titleOf,
} from '../../lib/domain/learning-resource.ts';
import type { TabReading } from '../../lib/domain/tab-reading.ts';
import { t } from '../../lib/language/words.ts';
import { Icon } from '../ui/Icon.tsx';
import { EverythingSaid } from './EverythingSaid.tsx';
import { Fact } from './Fact.tsx';

type Props = {
  resource: LearningResourceDraft;
  reading?: TabReading;
  /** Believes another source for a field. */
  onChoose(name: FieldName, by: SaidBy): void;
};

const firstFacts: readonly FieldName[] = ['type', 'level', 'license', 'author', 'language'];

/** What the page is, in its own words: title, the facts that matter most, and behind them everything that was said. */
export function PageCard({ resource, reading, onChoose }: Props) {
  const [open, setOpen] = useState(false);
  const details = useId();
  const { fields } = resource;
  const known = Object.keys(fields).some((name) => name !== 'title');
  const warnings = reading?.warnings ?? [];
  return (
    <section className="block page-card" aria-label={t('resource.card')}>
      <h1 className="page-title clamp-2" lang={fields.language?.[0]?.value} dir="auto" data-own-words="">
        {titleOf(resource)}
      </h1>
      {fields.description?.[0] && !open && (
        <p className="muted clamp-1" dir="auto" title={fields.description[0].value} data-own-words="">
          {fields.description[0].value}
        </p>
      )}
      {known && !open && (
        <dl className="facts">
          {firstFacts.map((name) => (
            <Fact key={name} fields={fields} name={name} onCompare={() => setOpen(true)} />
          ))}
        </dl>
      )}
      {open && <EverythingSaid id={details} fields={fields} onChoose={onChoose} {...(reading && { reading })} />}
      {!known && <p className="muted">{t('resource.card.nothing')}</p>}
      {(known || warnings.length > 0) && (
        <p>
          <button
            type="button"
            className="link label-link"
            aria-expanded={open}
            aria-controls={details}
            onClick={() => setOpen(!open)}
          >
            <Icon name={open ? 'down' : 'next'} />
            {open ? t('resource.card.less') : summary(reading)}
          </button>
        </p>
      )}
    </section>
  );
}

function summary(reading: TabReading | undefined): string {
  const frames = reading?.frames ?? [];
  const sources = [reading?.sources ?? [], ...frames.map(({ sources }) => sources)].flat().length;
  const warned = reading?.warnings.length ?? 0;
  if (warned === 0) return t('resource.card.everything', { sources });
  return t('resource.card.everything.warned', { sources, warned });
}
