import { type FormEvent, useState } from 'react';
import type { LearningResourceDraft } from '../../lib/domain/learning-resource.ts';
import type { Problem } from '../../lib/domain/problem.ts';
import { pageAddress } from '../../lib/domain/web-address.ts';

type Props = {
  problem: Problem;
  /** Address and title as far as the browser tells them. */
  resource?: LearningResourceDraft;
  /** The page as the person names it. */
  onName(resource: LearningResourceDraft): void;
};

/** A tab that extensions cannot look into: why, and a form to align it all the same. */
export function UnreadablePage({ problem, resource, onName }: Props) {
  const [address, setAddress] = useState(resource?.address ?? '');
  const [title, setTitle] = useState(resource?.fields.title?.[0]?.value ?? '');
  const [refused, setRefused] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const known = pageAddress(address.trim());
    setRefused(!known);
    if (known) onName({ address: known, fields: { title: [{ value: title.trim() || known, by: 'person' }] } });
  };
  return (
    <form className="empty" onSubmit={submit}>
      <h1>{problem.message}</h1>
      <p>{problem.advice}</p>
      <label className="field is-wide">
        <span className="label">Title</span>
        <input className="input" value={title} onChange={(event) => setTitle(event.target.value)} />
      </label>
      <label className="field is-wide">
        <span className="label">Address</span>
        <input
          className="input"
          dir="ltr"
          inputMode="url"
          value={address}
          aria-invalid={refused}
          aria-describedby="address-hint"
          onChange={(event) => setAddress(event.target.value)}
        />
        <span className={refused ? 'hint is-bad' : 'hint'} id="address-hint" role={refused ? 'alert' : undefined}>
          {refused
            ? 'Only addresses that begin with https:// or http:// can be aligned: others can open those.'
            : 'As others open it: https:// or http://'}
        </span>
      </label>
      <button type="submit" className="btn btn-primary">
        Align this address
      </button>
      <p className="quiet">code {problem.code}</p>
    </form>
  );
}
