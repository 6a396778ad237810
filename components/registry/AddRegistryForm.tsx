import { type FormEvent, useState } from 'react';
import * as z from 'zod/mini';
import type { Problem } from '../../lib/domain/problem.ts';
import { RegistryKind } from '../../lib/domain/registry.ts';
import { t } from '../../lib/language/words.ts';
import { ask } from '../../lib/messaging/client.ts';
import { useKeptForm } from '../../lib/state/kept-form.ts';
import { RestoredLine } from '../draft/RestoredLine.tsx';
import { ProblemNotice } from '../ui/Notice.tsx';
import { ClientFields, ReleaseFields, TokenField } from './AccessFields.tsx';
import { type AccessForm, accessAsked, addressesIn, blankAccess, noSecrets, OpenAccess } from './access-form.ts';
import { DeliveryFields } from './DeliveryFields.tsx';
import { blankDelivery, type DeliveryForm, deliveryAsked, OpenDelivery } from './delivery-form.ts';
import { kindWords } from './kind-words.ts';
import { canPickFolder } from './pick-folder.ts';
import { TextField } from './TextField.tsx';
import { askPermission, runTest, type TestState } from './test-state.ts';

type Props = { onTest(id: string, test: TestState): void };

type Form = { address: string; kind: RegistryKind; name: string; access: AccessForm; delivery: DeliveryForm };

const blank: Form = {
  ...{ address: '', kind: 'osmt', name: '', access: blankAccess('osmt'), delivery: blankDelivery },
};

/** What is kept of the form while it is typed. */
const KeptForm = z.object({
  address: z.string(),
  kind: RegistryKind,
  name: z.string(),
  access: OpenAccess,
  delivery: OpenDelivery,
});

const wholeForm = ({ access, delivery, ...others }: z.infer<typeof KeptForm>): Form => ({
  ...others,
  access: { ...noSecrets, ...access },
  delivery: { ...blankDelivery, ...delivery },
});

/** Adds a registry: one click asks for the permissions, keeps it and tests it. */
export function AddRegistryForm({ onTest }: Props) {
  const { form, change, restoredAt, discard } = useKeptForm('add-registry', KeptForm, blank, wholeForm);
  const [problem, setProblem] = useState<Problem>();
  const [adding, setAdding] = useState(false);
  const { kind, address, name, access, delivery } = form;
  const words = kindWords[kind];
  const offered = RegistryKind.options.filter((one) => !kindWords[one].onDisk || canPickFolder());
  const choose = (chosen: RegistryKind) => {
    // What the person typed stays; what stands there only because of the kind before goes with it.
    const own = address !== '' && address !== words.home;
    const home = kindWords[chosen].home ?? '';
    change({ ...form, kind: chosen, address: own ? address : home, access: blankAccess(chosen) });
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (adding) return;
    setAdding(true);
    const hosts = words.onDisk ? [] : addressesIn(kind, address, access);
    // The permission comes first: once anything was awaited, the browser no longer sees the click.
    if (hosts.length > 0) await askPermission(...hosts).catch(() => false);
    const sending = deliveryAsked(kind, delivery);
    const answer = await ask('addRegistry', {
      ...{ kind, address: words.onDisk ? '' : address, name, ...accessAsked(kind, access) },
      ...(Object.keys(sending).length > 0 && { delivery: sending }),
    });
    setAdding(false);
    setProblem(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    discard();
    // Its folder is chosen next; before that there is nothing to test.
    if (words.onDisk) return;
    await runTest(answer.value.id, (test) => onTest(answer.value.id, test));
  };
  const fields = { kind, form: access, onChange: (changed: AccessForm) => change({ ...form, access: changed }) };
  return (
    <form className="card" aria-labelledby="add-head" onSubmit={(event) => void submit(event)} autoComplete="off">
      <div className="card-head">
        <h3 id="add-head">{t('registry.add')}</h3>
      </div>
      <div className="card-body">
        <RestoredLine at={restoredAt} onDiscard={discard} />
        {problem && <ProblemNotice problem={problem} />}
        <div className="form-grid">
          {!words.onDisk && (
            <TextField
              label={t('registry.add.address')}
              hint={t(words.addressHint ?? (words.home ? 'registry.add.addressHome' : 'registry.add.addressAny'))}
              holds="address"
              required
              wide
              value={address}
              onChange={(value) => change({ ...form, address: value })}
            />
          )}
          <label className="field">
            <span className="label">{t('registry.add.kind')}</span>
            <span className="select">
              <select
                className="input"
                value={kind}
                onChange={(event) => choose(RegistryKind.parse(event.target.value))}
              >
                {offered.map((one) => (
                  <option key={one} value={one}>
                    {t(`registry.kind.${one}`)}
                  </option>
                ))}
              </select>
            </span>
            <span className="hint">{t(words.does)}</span>
            {!canPickFolder() && <span className="hint">{t('registry.add.noFolders')}</span>}
          </label>
          <TextField
            label={t('registry.add.name')}
            aside={t('registry.add.nameHint')}
            maxLength={120}
            value={name}
            onChange={(value) => change({ ...form, name: value })}
          />
          <ReleaseFields {...fields} />
          <TokenField {...fields} />
          <ClientFields {...fields} />
          <DeliveryFields kind={kind} form={delivery} onChange={(changed) => change({ ...form, delivery: changed })} />
        </div>
        <div className="row">
          <button type="submit" className="btn btn-primary" disabled={adding}>
            {t(words.onDisk ? 'registry.add.doUntested' : 'registry.add.do')}
          </button>
        </div>
      </div>
    </form>
  );
}
