import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Problem } from '../../lib/domain/problem.ts';
import { type PlainKey, t } from '../../lib/language/words.ts';
import { ask } from '../../lib/messaging/client.ts';
import type { KeptRegistry } from '../../lib/queries/kept.ts';
import { ProblemNotice } from '../ui/Notice.tsx';
import { kindWords } from './kind-words.ts';

type Props = {
  registry: KeptRegistry;
  open: boolean;
  onOpen(open: boolean): void;
};

/** What a registry's token is called, by its key; undefined where the registry knows none. */
export function tokenLabel({ kind, credentials }: KeptRegistry): PlainKey | undefined {
  return credentials ? 'registry.client.secret' : kindWords[kind].token?.label;
}

/** A new token, key or client secret for a registry. The one kept is never shown, not even to this page. */
export function TokenLine({ registry, open, onOpen }: Props) {
  const [token, setToken] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const place = useRef<HTMLInputElement & HTMLButtonElement>(null);
  const before = useRef(open);
  useEffect(() => {
    if (before.current !== open) place.current?.focus();
    before.current = open;
  }, [open]);
  const keep = async (value: string) => {
    const answer = await ask('changeRegistry', { id: registry.id, token: value });
    setProblem(answer.ok ? undefined : answer.problem);
    setToken('');
    if (answer.ok) onOpen(false);
  };
  const key = tokenLabel(registry);
  if (!key) return null;
  const label = t(key);
  if (!open) {
    return (
      <div className="row">
        <span className="strong">{label}</span>
        <button ref={place} type="button" className="link" onClick={() => onOpen(true)}>
          {t('registry.token.enter')}
        </button>
      </div>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void keep(token);
  };
  return (
    <form className="stack" onSubmit={submit}>
      {problem && <ProblemNotice problem={problem} />}
      <label className="field">
        <span className="label">{t('registry.token.for', { what: label, name: registry.name })}</span>
        <input
          ref={place}
          className="input"
          type="password"
          dir="ltr"
          autoComplete="off"
          value={token}
          onChange={(event) => setToken(event.target.value)}
        />
      </label>
      <div className="row">
        <button type="submit" className="btn btn-small" disabled={!token}>
          {t('registry.keep')}
        </button>
        <button type="button" className="btn btn-small btn-quiet" onClick={() => void keep('')}>
          {t('registry.token.forget')}
        </button>
        <button type="button" className="btn btn-small btn-quiet" onClick={() => onOpen(false)}>
          {t('registry.cancel')}
        </button>
      </div>
    </form>
  );
}
