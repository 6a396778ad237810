import type { RegistryKind } from '../domain/registry.ts';
import type { RegistryAdapter } from './adapter.ts';
import { caseRegistry } from './case.ts';
import { cass } from './cass.ts';
import { credentialRegistry } from './credential-registry.ts';
import { endpoint } from './endpoint.ts';
import { esco } from './esco.ts';
import { folder } from './folder.ts';
import { learningRegistry } from './learning-registry.ts';
import { lightcast } from './lightcast.ts';
import { onet } from './onet.ts';
import { osmt } from './osmt.ts';
import { webdav } from './webdav.ts';

/** Every kind of registry that Plumbline speaks to. A kind that is missing here does not compile. */
export const registries = {
  osmt,
  case: caseRegistry,
  cass,
  lightcast,
  esco,
  onet,
  'credential-registry': credentialRegistry,
  'learning-registry': learningRegistry,
  endpoint,
  webdav,
  folder,
} satisfies Record<RegistryKind, RegistryAdapter>;
