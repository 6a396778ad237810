import { type FormEvent, useState } from 'react';
import type { Problem } from '../../lib/domain/problem.ts';
import { t } from '../../lib/language/words.ts';
import { ask } from '../../lib/messaging/client.ts';
import type { KeptRegistry } from '../../lib/queries/kept.ts';
import { useKeptForm } from '../../lib/state/kept-form.ts';
import { RestoredLine } from '../draft/RestoredLine.tsx';
import { ProblemNotice } from '../ui/Notice.tsx';
import { ClientFields, ReleaseFields } from './AccessFields.tsx';
import { type AccessForm, accessAsked, accessFormOf, addressesIn, noSecrets, OpenAccess } from './access-form.ts';
import { kindWords } from './kind-words.ts';
import { askPermission } from './test-state.ts';

type Props = { registry: KeptRegistry };

const wholeForm = (kept: OpenAccess): AccessForm => ({ ...noSecrets, ...kept });

/** The client, the language and the release that a registry is asked with; the client's secret is never shown. */
export function AccessLine({ registry }: Props) {
  const { form, change, restoredAt, discard } = useKeptForm(
    `access-${registry.id}`,
    OpenAccess,
    accessFormOf(registry),
    wholeForm,
  );
  const [open, setOpen] = useState(restoredAt !== undefined);
  const [problem, setProblem] = useState<Problem>();
  const { id, kind, address, credentials, language, version } = registry;
  const words = kindWords[kind];
  if (!words.credentials && !words.language && !words.version) return null;
  if (!open) {
    const said = [credentials && t('registry.access.client', { id: credentials.clientId }), language, version].filter(
      Boolean,
    );
    return (
      <div className="row">
        <span className="strong">{t('registry.access')}</span>
        {said.length > 0 && (
          <span className="muted dots">
            {said.map((one) => (
              <span key={one}>{one}</span>
            ))}
          </span>
        )}
        <button type="button" className="link" onClick={() => setOpen(true)}>
          {t(said.length > 0 ? 'registry.access.change' : 'registry.access.setUp')}
        </button>
      </div>
    );
  }
  const close = () => {
    discard();
    setOpen(false);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    // The permission comes first: once anything was awaited, the browser no longer sees the click.
    await askPermission(...addressesIn(kind, address, form)).catch(() => false);
    const release = {
      ...(words.language && { language: form.language }),
      ...(words.version && { version: form.version }),
    };
    const answer = await ask('changeRegistry', { id, ...accessAsked(kind, form), ...release });
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) close();
  };
  const fields = { kind, form, onChange: change };
  return (
    <form
      className="stack"
      aria-label={t('registry.access.of', { name: registry.name })}
      autoComplete="off"
      onSubmit={(event) => void submit(event)}
    >
      <RestoredLine at={restoredAt} onDiscard={discard} />
      {problem && <ProblemNotice problem={problem} />}
      <div className="form-grid">
        <ReleaseFields {...fields} />
        <ClientFields {...fields} />
      </div>
      <div className="row">
        <button type="submit" className="btn btn-small">
          {t('registry.keep')}
        </button>
        <button type="button" className="btn btn-small btn-quiet" onClick={close}>
          {t('registry.cancel')}
        </button>
      </div>
    </form>
  );
}
