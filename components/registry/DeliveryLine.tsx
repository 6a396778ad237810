import { type FormEvent, useState } from 'react';
import type { Problem } from '../../lib/domain/problem.ts';
import { deliveryNeeds } from '../../lib/domain/registry.ts';
import { listOf } from '../../lib/language/format.ts';
import { t } from '../../lib/language/words.ts';
import { ask } from '../../lib/messaging/client.ts';
import type { KeptRegistry } from '../../lib/queries/kept.ts';
import { useKeptForm } from '../../lib/state/kept-form.ts';
import { RestoredLine } from '../draft/RestoredLine.tsx';
import { ProblemNotice } from '../ui/Notice.tsx';
import { DeliveryFields } from './DeliveryFields.tsx';
import { deliveryAsked, deliveryFormOf, OpenDelivery } from './delivery-form.ts';
import { kindWords } from './kind-words.ts';

type Props = { registry: KeptRegistry };

/** How alignments are sent to a registry whose kind leaves it open, and what has to be said before any are. */
export function DeliveryLine({ registry }: Props) {
  const before = deliveryFormOf(registry);
  const { form, change, restoredAt, discard } = useKeptForm(
    `delivery-${registry.id}`,
    OpenDelivery,
    before,
    (kept) => ({ ...before, ...kept }),
  );
  const [open, setOpen] = useState(restoredAt !== undefined);
  const [problem, setProblem] = useState<Problem>();
  const { id, kind, name } = registry;
  if (!kindWords[kind].delivery) return null;
  if (!open) {
    const said = saidOf(registry);
    const isSaid = said.length > 0;
    return (
      <div className="row">
        <span className="strong">{t('registry.delivery')}</span>
        <span className="muted dots">
          {said.map((one) => (
            <span key={one}>{one}</span>
          ))}
        </span>
        <button
          type="button"
          className="link"
          aria-label={t(isSaid ? 'registry.delivery.changeName' : 'registry.delivery.setUpName', { name })}
          onClick={() => setOpen(true)}
        >
          {t(isSaid ? 'registry.access.change' : 'registry.access.setUp')}
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
    const answer = await ask('changeRegistry', { id, delivery: deliveryAsked(kind, form) });
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) close();
  };
  return (
    <form
      className="stack"
      aria-label={t('registry.delivery.of', { name })}
      autoComplete="off"
      onSubmit={(event) => void submit(event)}
    >
      <RestoredLine at={restoredAt} onDiscard={discard} />
      {problem && <ProblemNotice problem={problem} />}
      <div className="form-grid">
        <DeliveryFields kind={kind} form={form} onChange={change} />
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

/** What is said of a delivery, in a few words each; first of all what is missing. */
function saidOf({ kind, delivery = {} }: KeptRegistry): string[] {
  const { method, format, headers = [], template, tenant, organisation } = delivery;
  const missing = (deliveryNeeds[kind] ?? []).filter((member) => !delivery[member]);
  const labels = missing.map((member) => {
    const label = kindWords[kind].delivery?.[member]?.label;
    return label ? t(label) : member;
  });
  return [
    labels.length > 0 && t('registry.delivery.needs', { what: listOf(labels) }),
    method,
    format && t(`format.${format}.label`),
    headers.length > 0 && t('registry.delivery.headers', { count: headers.length }),
    template && t('registry.delivery.ownBody'),
    tenant,
    organisation,
  ].filter((one) => typeof one === 'string');
}
