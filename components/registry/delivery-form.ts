import * as z from 'zod/mini';
import { FormatId } from '../../lib/domain/bundle.ts';
import { Delivery, type Registry, type RegistryKind } from '../../lib/domain/registry.ts';
import { kindWords } from './kind-words.ts';

/** What of it may be kept as a draft. */
export const OpenDelivery = z.object({
  /** Blank: not chosen yet. */
  format: z.string(),
  method: z.string(),
  template: z.string(),
  deletes: z.boolean(),
  tenant: z.string(),
  organisation: z.string(),
});

/** How alignments are sent to a registry, as a person types it. */
export type DeliveryForm = z.infer<typeof OpenDelivery> & {
  /** One header a line: its name, a colon, its value. A key may be typed here, so that it is in no draft. */
  headers: string;
};

/** A form with nothing in it. */
export const blankDelivery: DeliveryForm = {
  ...{ format: '', method: '', headers: '', template: '', deletes: false, tenant: '', organisation: '' },
};

/** A form with what is kept of a registry. */
export function deliveryFormOf({ delivery }: Pick<Registry, 'delivery'>): DeliveryForm {
  const { headers = [], ...rest } = delivery ?? {};
  return { ...blankDelivery, ...rest, headers: headers.map(({ name, value }) => `${name}: ${value}`).join('\n') };
}

/** The form as a request: what the kind knows and the person filled in. */
export function deliveryAsked(kind: RegistryKind, form: DeliveryForm): Delivery {
  const { delivery: known = {} } = kindWords[kind];
  const { data: format } = FormatId.safeParse(form.format);
  const { data: method } = Delivery.shape.method.safeParse(form.method);
  const { template, tenant, organisation, deletes } = form;
  const headers = form.headers.split('\n').flatMap(headerIn);
  return {
    ...(known.format && format && { format }),
    ...(known.method && method && { method }),
    ...(known.headers && headers.length > 0 && { headers }),
    ...(known.template && template.trim() && { template }),
    ...(known.deletes && deletes && { deletes }),
    ...(known.tenant && tenant.trim() && { tenant }),
    ...(known.organisation && organisation.trim() && { organisation }),
  };
}

/** A line without a colon is all name, which the background refuses with the reason. */
function headerIn(line: string): { name: string; value: string }[] {
  const [name = '', ...value] = line.split(':');
  return line.trim() ? [{ name: name.trim(), value: value.join(':').trim() }] : [];
}
