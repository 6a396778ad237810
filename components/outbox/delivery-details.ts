import type { Registry } from '../../lib/domain/registry.ts';
import { sentenceOf } from '../../lib/domain/skill.ts';
import type { OutboxLine } from '../../lib/queries/outbox.ts';

/**
 * A delivery as text to hand on to whoever looks after the registry; in English, since that is somebody else. No secrets:
 * no key, no query of an address.
 */
export function deliveryDetails(
  line: OutboxLine,
  registry: Pick<Registry, 'name' | 'kind' | 'address'> | undefined,
): string {
  const { entry, known } = line;
  const { state, attempts, problem } = entry;
  const lines: [string, string | undefined][] = [
    ['Delivery', `${entry.action} ${subjectOf(line) ?? 'of an alignment that is no longer kept'}`],
    ['Page', known && bare(known.alignment.resource)],
    [
      'Registry',
      registry &&
        `${registry.name} (${registry.kind}, ${registry.address ? new URL(registry.address).origin : 'this disk'})`,
    ],
    ['State', `${state}, ${attempts} failed ${attempts === 1 ? 'try' : 'tries'}`],
    ['Next try', state === 'queued' ? new Date(entry.nextTry).toISOString() : undefined],
    ['Reason', problem && `${problem.code} ${problem.message}`],
    ['Object', entry.uri && bare(entry.uri)],
    ['Idempotency-Key', entry.key],
    ['Alignment', `${entry.alignment}, revision ${entry.revision}`],
  ];
  return lines.flatMap(([name, value]) => (value ? [`${name}: ${value.replace(/\s+/g, ' ')}`] : [])).join('\n');
}

function subjectOf({ known, skills }: OutboxLine): string | undefined {
  if (known)
    return `${known.alignment.relation} ${known.alignment.skill.code ?? ''} ${sentenceOf(known.alignment.skill)}`;
  return skills && `${skills.subject.name} ${skills.relation} ${skills.object.name}`;
}

/** An address without what stands behind its path, where some servers take keys. */
function bare(address: string): string {
  const end = address.search(/[?#]/);
  return end < 0 ? address : address.slice(0, end);
}
