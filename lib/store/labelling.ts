import { type DBCore, type DBCoreMutateRequest, type DBCoreTable, Dexie, type Middleware } from 'dexie';
import type { LearningResource } from '../domain/learning-resource.ts';
import { labelOf, type ResourceLabel } from '../domain/resource-label.ts';
import { sameContent } from '../domain/same-content.ts';

/**
 * Keeps the table `labels`: each write to `resources` writes their labels in the same transaction, whoever wrote it. A label
 * that stays as it is is not written, so that nobody who looks at the labels is woken by a page that was only read again.
 */
export const labelling: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'labelling',
  create: (core) => {
    // Older versions, on their way up, have no labels yet; the upgrade makes them.
    if (!core.schema.tables.some(({ name }) => name === 'labels')) return core;
    const labels = core.table('labels');
    return {
      ...core,
      transaction: (stores, mode, options) =>
        core.transaction(mode === 'readwrite' ? withLabels(stores) : stores, mode, options),
      table(name) {
        const table = core.table(name);
        if (name !== 'resources') return table;
        return {
          ...table,
          mutate: (request) =>
            table.mutate(request).then((response) =>
              follow(labels, request, response.failures)
                .then(() => response)
                .catch((error) => {
                  // A page without its label must not be kept, even if its caller goes on without it.
                  abort(request.trans);
                  throw error;
                }),
            ),
        };
      },
    };
  },
};

/** Writes the labels of what was written, and deletes those of what was deleted. */
function follow(labels: DBCoreTable, request: DBCoreMutateRequest, failures: Record<number, unknown>) {
  const { trans } = request;
  if (request.type === 'delete') return labels.mutate({ type: 'delete', trans, keys: request.keys });
  if (request.type === 'deleteRange') return labels.mutate({ type: 'deleteRange', trans, range: request.range });
  const written = (request.values as readonly LearningResource[])
    .filter((_, index) => !Object.hasOwn(failures, index))
    .map(labelOf);
  return labels.getMany({ trans, keys: written.map(({ address }) => address) }).then((standing: ResourceLabel[]) => {
    const values = written.filter((label, index) => !sameContent(standing[index], label));
    return values.length > 0 ? labels.mutate({ type: 'put', trans, values }) : Dexie.Promise.resolve(undefined);
  });
}

function withLabels(stores: string[]): string[] {
  return stores.includes('labels') || !stores.includes('resources') ? stores : [...stores, 'labels'];
}

function abort(trans: DBCoreMutateRequest['trans']): void {
  try {
    trans.abort();
  } catch {
    // It ended by itself.
  }
}
