import { ProblemError } from '../domain/problem.ts';
import { R301, R302, R304, R320Test } from '../domain/problems.ts';
import {
  ClientCredentials,
  type ConnectionTest,
  type Delivery,
  originPatterns,
  type Registry,
  type RegistryKind,
  type TestOutcome,
  TestStep,
} from '../domain/registry.ts';
import { hostOf, typedAddress } from '../domain/web-address.ts';
import type { Connection, RegistryAdapter } from '../registries/adapter.ts';
import type { AccessTokens } from '../store/access-tokens.ts';
import { forgetAnswers } from '../store/answers.ts';
import type { PlumblineDatabase } from '../store/database.ts';
import { retryEntries } from '../store/outbox.ts';
import { noteTest, putKey, putRegistry, removeRegistry } from '../store/registries.ts';
import type { Secrets } from '../store/secrets.ts';
import { checkDelivery, checkPlaceholders } from './check-delivery.ts';
import type { Connect } from './connections.ts';

/** What a registry has to be told besides its address, as the person types it; `token` is the client's secret, too. */
type TypedAccess = {
  token?: string;
  credentials?: ClientCredentials;
  language?: string;
  version?: string;
  delivery?: Delivery;
};

/** A registry as the person types it in. */
export type RegistryForm = { kind: RegistryKind; address: string; name: string } & TypedAccess;

/** What changes about a registry; what is absent stays. An empty text forgets what is kept. */
export type RegistryChange = { id: string; name?: string; enabled?: boolean } & TypedAccess;

/** What configuring needs. */
export type ConfigureNeeds = {
  database: PlumblineDatabase;
  secrets: Secrets;
  tokens: AccessTokens;
  adapters: Readonly<Record<RegistryKind, RegistryAdapter>>;
  connect: Connect;
  write: NonNullable<Connection['write']>;
  permitted(pattern: string): Promise<boolean>;
  makeKey(): Promise<{ privateKey: CryptoKey; publicKeyPem: string }>;
  now: () => Date;
};

/** Makes the use cases of the options page's registry cards. */
export function createConfigureRegistry({
  database,
  secrets,
  tokens,
  adapters,
  connect,
  write,
  permitted,
  makeKey,
  now,
}: ConfigureNeeds) {
  return {
    /**
     * Keeps a new registry. Rejects with R301 where the address is not http(s), R304 where the token address is not, and
     * with R305 to R307 where alignments cannot be sent so.
     */
    async add({ kind, address, name, token, credentials, delivery, ...rest }: RegistryForm): Promise<Registry> {
      checkPlaceholders(address);
      const sending = delivery && (await checkDelivery(delivery, write));
      const registry: Registry = {
        id: crypto.randomUUID(),
        kind,
        name: name.trim() || hostOf(baseOf(kind, address)) || adapters[kind].label,
        address: baseOf(kind, address),
        enabled: true,
        ...(credentials && { credentials: clientOf(credentials) }),
        ...said(rest),
        ...(sending && { delivery: sending }),
        created: now().toISOString(),
      };
      if (token) await secrets.keep(registry.id, token);
      try {
        await putRegistry(database, registry);
      } catch (error) {
        await secrets.forget(registry.id);
        throw error;
      }
      return registry;
    },

    /** Changes a registry. Rejects with R302 where it is gone, else as `add` does. */
    async change({ id, token, credentials, delivery, ...change }: RegistryChange): Promise<void> {
      const { delivery: before, tested, ...registry } = await standing(id);
      const sending = delivery ? await checkDelivery(delivery, write) : before;
      const client = credentials && { credentials: clientOf(credentials) };
      if (token !== undefined) await (token ? secrets.keep(id, token) : secrets.forget(id));
      if (token !== undefined || client) await tokens.forget(id);
      const changed = { ...said({ ...registry, ...change, ...client }), ...(sending && { delivery: sending }) };
      const answersOtherwise = changed.language !== registry.language || changed.version !== registry.version;
      const isOther = token !== undefined || client !== undefined || answersOtherwise;
      await putRegistry(database, { ...changed, ...(tested && !isOther && { tested }) });
      if (isOther) await forgetAnswers(database, id);
      await retryEntries(database, { registry: id }, now().getTime());
    },

    async remove(id: string): Promise<void> {
      await removeRegistry(database, id);
      await Promise.all([secrets.forget(id), tokens.forget(id)]);
    },

    /** Makes a signing key, replacing the one before. Answers the public half to show and to register elsewhere. */
    async makeSigningKey(id: string): Promise<string> {
      await standing(id);
      const key = await makeKey();
      await putKey(database, { registry: id, ...key, made: now().toISOString() });
      await retryEntries(database, { registry: id }, now().getTime());
      return key.publicKeyPem;
    },

    /** Tries a registry step by step. The permission is asked for by the screen, from the click, before this is called. */
    async test(id: string, signal: AbortSignal): Promise<ConnectionTest> {
      const registry = await standing(id);
      const given = await Promise.all(originPatterns(registry).map(permitted));
      if (given.includes(false)) return noted(id, notPermitted(registry));
      const { steps, problem } = await adapters[registry.kind].testConnection(await connect(registry), signal);
      const all = withPermission(steps);
      return noted(id, { steps: all, ...(problem && { problem }) });
    },
  };

  async function noted(id: string, test: ConnectionTest): Promise<ConnectionTest> {
    const failed = test.steps.find(({ state }) => state === 'failed')?.step;
    // How the test went is worth more than that it is remembered: where that finds no room, it is told all the same.
    await noteTest(database, id, { at: now().toISOString(), ...(failed && { failed }) }).catch(() => undefined);
    return test;
  }

  function baseOf(kind: RegistryKind, address: string): string {
    const base = adapters[kind].baseOf(address);
    if (base !== undefined) return base;
    throw new ProblemError(R301);
  }

  function clientOf({ tokenAddress, clientId, scope }: ClientCredentials): ClientCredentials {
    const address = typedAddress(tokenAddress);
    const client = {
      tokenAddress: address?.href ?? '',
      clientId: clientId.trim(),
      ...(scope && { scope: scope.trim() }),
    };
    const { data } = ClientCredentials.safeParse(client);
    if (data) return data;
    throw new ProblemError(R304);
  }

  async function standing(id: string): Promise<Registry> {
    const registry = await database.registries.get(id);
    if (registry) return registry;
    throw new ProblemError(R302);
  }
}

/** A record without its empty texts: what is not said is absent. */
function said<Record extends { language?: string; version?: string }>({ language, version, ...rest }: Record) {
  const [tag, release] = [language?.trim(), version?.trim()];
  return { ...rest, ...(tag && { language: tag }), ...(release && { version: release }) };
}

function withPermission(steps: TestOutcome[]): TestOutcome[] {
  const known = new Map(steps.map((outcome) => [outcome.step, outcome]));
  known.set('permission', { step: 'permission', state: 'done', saying: 'granted' });
  return TestStep.options.map((step) => known.get(step) ?? { step, state: 'untried' });
}

function notPermitted({ name }: Registry): ConnectionTest {
  return {
    steps: TestStep.options.map((step) => {
      if (step === 'address') return { step, state: 'done', saying: 'wellFormed' };
      return step === 'permission' ? { step, state: 'failed', saying: 'notGiven' } : { step, state: 'untried' };
    }),
    problem: R320Test({ name }),
  };
}
