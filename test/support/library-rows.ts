import type { HistoryLine } from '../../lib/domain/history-line.ts';
import type { OutboxEntry } from '../../lib/domain/outbox-entry.ts';
import type { RemovedAlignment } from '../../lib/domain/removed-alignment.ts';
import type { ResourceAlignment } from '../../lib/domain/resource-alignment.ts';
import { newAlignment, registryId } from '../support/samples.ts';

/** A number as the end of a UUID. */
export const idOf = (number: number) => `11111111-1111-4111-8111-${String(number).padStart(12, '0')}`;

/** An alignment as the database keeps it. */
export function keptAs(number: number, over: Partial<ResourceAlignment> = {}): ResourceAlignment {
  const { skill, choice } = newAlignment();
  return {
    id: idOf(number),
    resource: `https://lessons.example/${number}`,
    skill: { ...skill, code: `S.${number}` },
    ...choice,
    created: '2026-03-01T10:00:00.000Z',
    modified: '2026-03-01T10:00:00.000Z',
    revision: 1,
    ...over,
  };
}

/** A delivery of it, to the practice registry where nothing else is said. */
export function deliveryOf(number: number, over: Partial<OutboxEntry> = {}): OutboxEntry {
  const registry = over.registry ?? registryId;
  return {
    id: `${registry}:${idOf(number)}`,
    registry,
    alignment: idOf(number),
    action: 'publish',
    state: 'queued',
    attempts: 0,
    nextTry: Date.parse('2026-03-01T10:00:00.000Z') + number,
    key: idOf(number),
    revision: 1,
    ...over,
  };
}

/** It, in the trash since so many minutes after ten. */
export function removedAs(number: number, minute: number, over: Partial<RemovedAlignment> = {}): RemovedAlignment {
  return {
    id: idOf(number),
    alignment: keptAs(number),
    at: new Date(Date.UTC(2026, 2, 1, 10, minute)).toISOString(),
    act: idOf(number),
    ...over,
  };
}

/** A line of its history. */
export function lineOf(number: number, over: Partial<HistoryLine> = {}): HistoryLine {
  return {
    alignment: idOf(number),
    resource: `https://lessons.example/${number}`,
    what: 'created',
    at: '2026-03-01T10:00:00.000Z',
    ...over,
  };
}
