import type { TestOutcome, TestStep } from '../domain/registry.ts';
import type { Connection, RegistryAdapter, TestReport } from './adapter.ts';
import { failed } from './failures.ts';
import { RegistryError, type RegistryFailure } from './registry-error.ts';

/** The steps that an adapter tries, in this order. `permission` is the caller's. */
const steps = ['address', 'connection', 'key', 'kind', 'version'] as const satisfies readonly TestStep[];

type AdapterStep = (typeof steps)[number];

/** At which step a test stops when a call fails so, and the few words that say it. */
const stops = {
  'not-permitted': ['connection', 'Not permitted'],
  unreachable: ['connection', 'No answer'],
  'timed-out': ['connection', 'Too slow'],
  'rate-limited': ['connection', 'Asks for a pause'],
  'server-error': ['connection', 'In trouble'],
  redirected: ['address', 'Moved'],
  unauthorised: ['key', 'Refused'],
  'no-key': ['key', 'Missing'],
  'not-found': ['kind', 'Not found there'],
  refused: ['kind', 'Refused'],
  'too-large': ['kind', 'Not recognised'],
  'not-json': ['kind', 'Not recognised'],
  'wrong-shape': ['kind', 'Not recognised'],
} as const satisfies Record<RegistryFailure, readonly [AdapterStep, string]>;

/**
 * Runs a connection test. `probe` asks the registry something that only its kind can answer, and answers what stands
 * at the step `version`, such as `3.1.0`. Never rejects but on abort.
 */
export async function testSteps(
  connection: Connection,
  { label, baseOf }: Pick<RegistryAdapter, 'label' | 'baseOf'>,
  probe: () => Promise<string>,
): Promise<TestReport> {
  const done: Record<AdapterStep, string> = {
    address: 'Found',
    connection: 'Answered',
    key: connection.token || connection.access ? 'Accepted' : 'None needed',
    kind: label,
    version: '',
  };
  try {
    if (baseOf(connection.registry.address) === undefined) throw noAddress(connection);
    done.version = await probe();
    return { steps: steps.map((step) => ({ step, state: 'done', saying: done[step] })) };
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error;
    const [stop, saying] = stopOf(error);
    return { steps: stoppedAt(stop, saying, done), problem: error.problem };
  }
}

/** Failures that are not the registry's own answer are known by their code; the others by their reason. */
function stopOf({ problem, reason }: RegistryError): readonly [AdapterStep, string] {
  if (problem.code === 'R319') return ['address', 'No web address'];
  if (problem.code === 'R330') return ['key', 'No access there'];
  if (problem.code === 'R335') return ['version', 'Not kept there'];
  return problem.code === 'R331' ? ['key', 'Refused'] : stops[reason];
}

function stoppedAt(stop: AdapterStep, saying: string, done: Record<AdapterStep, string>): TestOutcome[] {
  const at = steps.indexOf(stop);
  return steps.map((step, index) => {
    if (index === at) return { step, state: 'failed', saying };
    return index < at ? { step, state: 'done', saying: done[step] } : { step, state: 'untried' };
  });
}

function noAddress(connection: Connection): RegistryError {
  return failed(connection, {
    reason: 'refused',
    code: 'R319',
    message: `“${connection.registry.address}” is no http or https address.`,
    advice: 'Nothing was sent. Enter an address that begins with https:// in the options.',
  });
}
