import { withChoices } from '../domain/learning-resource.ts';
import type { TabReading } from '../domain/tab-reading.ts';
import type { PlumblineDatabase } from '../store/database.ts';

/**
 * Makes the use case "and what did the person say of it before": a page that was read again still shows what the person
 * chose where its sources disagree.
 */
export function createRecallChoices(database: PlumblineDatabase) {
  return async function recallChoices(reading: TabReading): Promise<TabReading> {
    const { resource } = reading;
    const kept = resource && (await database.resources.get(resource.address));
    if (!kept) return reading;
    return { ...reading, resource: { ...resource, fields: withChoices(resource.fields, kept.fields) } };
  };
}
