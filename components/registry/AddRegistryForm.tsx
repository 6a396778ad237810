import { type FormEvent, useState } from 'react';
import type { Problem } from '../../lib/domain/problem.ts';
import { RegistryKind } from '../../lib/domain/registry.ts';
import { typedAddress } from '../../lib/domain/web-address.ts';
import { ask } from '../../lib/messaging/client.ts';
import { ProblemNotice } from '../ui/Notice.tsx';
import { kindWords } from './kind-words.ts';
import { askPermission, runTest, type TestState } from './test-state.ts';

type Props = { onTest(id: string, test: TestState): void };

const blank = { address: '', kind: 'osmt' as RegistryKind, name: '', token: '' };

/** Adds a registry: one click asks for the permission, keeps it and tests it. */
export function AddRegistryForm({ onTest }: Props) {
  const [form, setForm] = useState(blank);
  const [problem, setProblem] = useState<Problem>();
  const [adding, setAdding] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (adding) return;
    setAdding(true);
    const typed = typedAddress(form.address);
    // The permission comes first: once anything was awaited, the browser no longer sees the click.
    if (typed) await askPermission(typed.href).catch(() => false);
    const answer = await ask('addRegistry', form);
    setAdding(false);
    setProblem(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    setForm(blank);
    await runTest(answer.value.id, (test) => onTest(answer.value.id, test));
  };
  return (
    <form className="card" aria-labelledby="add-head" onSubmit={(event) => void submit(event)} autoComplete="off">
      <div className="card-head">
        <h3 id="add-head">Add a registry</h3>
      </div>
      <div className="card-body">
        {problem && <ProblemNotice problem={problem} />}
        <div className="form-grid">
          <label className="field wide">
            <span className="label">Address</span>
            <input
              className="input"
              inputMode="url"
              dir="ltr"
              required
              value={form.address}
              onChange={(event) => setForm({ ...form, address: event.target.value })}
            />
            <span className="hint">Paste any address of it: of a skill or of the service itself.</span>
          </label>
          <label className="field">
            <span className="label">Kind</span>
            <span className="select">
              <select
                className="input"
                value={form.kind}
                onChange={(event) => setForm({ ...form, kind: RegistryKind.parse(event.target.value) })}
              >
                {RegistryKind.options.map((kind) => (
                  <option key={kind} value={kind}>
                    {kindWords[kind].label}
                  </option>
                ))}
              </select>
            </span>
            <span className="hint">{kindWords[form.kind].does}</span>
          </label>
          <label className="field">
            <span className="label">
              Name <span className="quiet">as you want to read it</span>
            </span>
            <input
              className="input"
              maxLength={120}
              value={form.name}
              onChange={(event) => setForm({ ...form, name: event.target.value })}
            />
          </label>
          <label className="field wide">
            <span className="label">
              Token <span className="quiet">optional</span>
            </span>
            <input
              className="input"
              type="password"
              dir="ltr"
              autoComplete="off"
              value={form.token}
              onChange={(event) => setForm({ ...form, token: event.target.value })}
            />
            <span className="hint">
              {kindWords[form.kind].token?.hint} Kept on this device, sent to this address only, never exported.
            </span>
          </label>
        </div>
        <div className="row">
          <button type="submit" className="btn btn-primary" disabled={adding}>
            Add and test
          </button>
        </div>
      </div>
    </form>
  );
}
