import { type FormEvent, useState } from 'react';
import * as z from 'zod/mini';
import type { LearningResourceDraft } from '../../lib/domain/learning-resource.ts';
import type { Problem } from '../../lib/domain/problem.ts';
import { pageAddress } from '../../lib/domain/web-address.ts';
import { problemWords } from '../../lib/language/problem-words.ts';
import { t } from '../../lib/language/words.ts';
import { useKeptForm } from '../../lib/state/kept-form.ts';
import { RestoredLine } from '../draft/RestoredLine.tsx';
import { namedPageForm } from './named-page-form.ts';

type Props = {
  problem: Problem;
  /** Address and title as far as the browser tells them. */
  resource?: LearningResourceDraft;
  /** The page as the person names it. */
  onName(resource: LearningResourceDraft): void;
};

const Named = z.object({ title: z.string(), address: z.string() });

/** A tab that extensions cannot look into: why, and a form to align it all the same. */
export function UnreadablePage({ problem, resource, onName }: Props) {
  // Kept until an alignment of the page is saved: the page has no other name than the one typed here.
  const { form, change, restoredAt, discard } = useKeptForm(namedPageForm, Named, {
    title: resource?.fields.title?.[0]?.value ?? '',
    address: resource?.address ?? '',
  });
  const { title, address } = form;
  const { message, advice } = problemWords(problem);
  const [refused, setRefused] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const known = pageAddress(address.trim());
    setRefused(!known);
    if (known) onName({ address: known, fields: { title: [{ value: title.trim() || known, by: 'person' }] } });
  };
  return (
    <form className="empty" onSubmit={submit}>
      <RestoredLine at={restoredAt} onDiscard={discard} />
      <h1>{message}</h1>
      <p>{advice}</p>
      <label className="field is-wide">
        <span className="label">{t('resource.name.title')}</span>
        <input className="input" value={title} onChange={(event) => change({ ...form, title: event.target.value })} />
      </label>
      <label className="field is-wide">
        <span className="label">{t('resource.name.address')}</span>
        <input
          className="input"
          dir="ltr"
          inputMode="url"
          value={address}
          aria-invalid={refused}
          aria-describedby="address-hint"
          onChange={(event) => change({ ...form, address: event.target.value })}
        />
        <span className={refused ? 'hint is-bad' : 'hint'} id="address-hint" role={refused ? 'alert' : undefined}>
          {t(refused ? 'resource.name.addressRefused' : 'resource.name.addressHelp')}
        </span>
      </label>
      <button type="submit" className="btn btn-primary">
        {t('resource.name.align')}
      </button>
      <p className="quiet">{t('resource.name.code', { code: problem.code })}</p>
    </form>
  );
}
