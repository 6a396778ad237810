/**
 * The Credential Registry's two doors: the registry itself, open to everybody, and the assistant, which searches it for
 * those who have a key (CredentialEngine/Registry_Assistant, Search_Samples).
 */
const doors = [
  { registry: 'https://credentialengineregistry.org', assistant: 'https://apps.credentialengine.org/assistant' },
  {
    registry: 'https://sandbox.credentialengineregistry.org',
    assistant: 'https://sandbox.credentialengine.org/assistant',
  },
] as const;

/** The registry of the world, and the one to practise on. */
export const [credentialRegistryHome, credentialRegistrySandbox] = [doors[0].registry, doors[1].registry];

/** The base address of the assistant that belongs to a registry's; where none is known, one below the registry itself. */
export function assistantOf(registry: string): string {
  const base = registry.replace(/\/+$/, '');
  return knownAssistant(base) ?? `${base}/assistant`;
}

/** The same, where the assistant stands at an origin of its own; undefined where it does not. */
export function knownAssistant(registry: string): string | undefined {
  return doors.find((door) => door.registry === registry)?.assistant;
}

/** The CTID that an address of the Credential Registry ends in, or that a text is: `ce-` and a UUID, in lower case. */
export function ctidIn(text: string): string | undefined {
  const path = URL.canParse(text) ? new URL(text).pathname : text.trim();
  return /(?:^|\/)(ce-[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\/?$/i.exec(path)?.[1]?.toLowerCase();
}
