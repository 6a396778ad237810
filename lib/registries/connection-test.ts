import { R319Registry } from '../domain/problems.ts';
import type { TestOutcome, TestSaying, TestStep } from '../domain/registry.ts';
import type { Connection, RegistryAdapter, TestReport } from './adapter.ts';
import { failed } from './failures.ts';
import { RegistryError, type RegistryFailure } from './registry-error.ts';

/** The steps that an adapter tries, in this order. `permission` is the caller's. */
const steps = ['address', 'connection', 'key', 'kind', 'version'] as const satisfies readonly TestStep[];

type AdapterStep = (typeof steps)[number];

/** At which step a test stops when a call fails so, and what is said of it. */
const stops = {
  'not-permitted': ['connection', 'notPermitted'],
  unreachable: ['connection', 'noAnswer'],
  'timed-out': ['connection', 'tooSlow'],
  'rate-limited': ['connection', 'asksForPause'],
  'server-error': ['connection', 'inTrouble'],
  redirected: ['address', 'moved'],
  unauthorised: ['key', 'refused'],
  'no-key': ['key', 'missing'],
  'not-found': ['kind', 'notFound'],
  refused: ['kind', 'refused'],
  'too-large': ['kind', 'notRecognised'],
  'not-json': ['kind', 'notRecognised'],
  'wrong-shape': ['kind', 'notRecognised'],
} as const satisfies Record<RegistryFailure, readonly [AdapterStep, TestSaying]>;

/**
 * Runs a connection test. `probe` asks the registry something that only its kind can answer, and answers what stands
 * at the step `version`, such as `3.1.0`, or a `TestSaying`. Never rejects but on abort.
 */
export async function testSteps(
  connection: Connection,
  { label, baseOf }: Pick<RegistryAdapter, 'label' | 'baseOf'>,
  probe: () => Promise<string>,
): Promise<TestReport> {
  const done: Record<AdapterStep, string> = {
    address: 'found',
    connection: 'answered',
    key: connection.token || connection.access ? 'accepted' : 'noneNeeded',
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
function stopOf({ problem, reason }: RegistryError): readonly [AdapterStep, TestSaying] {
  if (problem.code === 'R319') return ['address', 'noAddress'];
  if (problem.code === 'R330') return ['key', 'noAccess'];
  if (problem.code === 'R335') return ['version', 'notKept'];
  return problem.code === 'R331' ? ['key', 'refused'] : stops[reason];
}

function stoppedAt(stop: AdapterStep, saying: TestSaying, done: Record<AdapterStep, string>): TestOutcome[] {
  const at = steps.indexOf(stop);
  return steps.map((step, index) => {
    if (index === at) return { step, state: 'failed', saying };
    return index < at ? { step, state: 'done', saying: done[step] } : { step, state: 'untried' };
  });
}

function noAddress(connection: Connection): RegistryError {
  return failed(connection, {
    reason: 'refused',
    ...R319Registry({ uri: connection.registry.address }),
  });
}
