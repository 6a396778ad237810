import { type FormEvent, useState } from 'react';
import type { Problem } from '../../lib/domain/problem.ts';
import { t } from '../../lib/language/words.ts';
import { ask } from '../../lib/messaging/client.ts';
import type { KeptRegistry } from '../../lib/queries/kept.ts';
import { ProblemNotice } from '../ui/Notice.tsx';
import { kindWords } from './kind-words.ts';

type Props = { registry: KeptRegistry };

/** A new token, key or client secret for a registry. The one kept is never shown, not even to this page. */
export function TokenLine({ registry }: Props) {
  const [open, setOpen] = useState(false);
  const [token, setToken] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const keep = async (value: string) => {
    const answer = await ask('changeRegistry', { id: registry.id, token: value });
    setProblem(answer.ok ? undefined : answer.problem);
    setToken('');
    if (answer.ok) setOpen(false);
  };
  const key = registry.credentials ? 'registry.client.secret' : kindWords[registry.kind].token?.label;
  if (!key) return null;
  const label = t(key);
  if (!open) {
    return (
      <div className="row">
        <span className="strong">{label}</span>
        <button type="button" className="link" onClick={() => setOpen(true)}>
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
        <button type="button" className="btn btn-small btn-quiet" onClick={() => setOpen(false)}>
          {t('registry.cancel')}
        </button>
      </div>
    </form>
  );
}
