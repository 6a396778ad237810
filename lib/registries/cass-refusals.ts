import {
  statusKeysRefused,
  statusKindOfSignature,
  statusLateSignature,
  statusNoSignature,
  statusOthersOwn,
  statusWrongSignature,
} from '../domain/problems.ts';
import type { Explanations, StatusWords } from './failures.ts';

const expired: StatusWords = (name) => ({
  // A later try asks for the server's time anew, so this passes by itself.
  reason: 'timed-out',
  ...statusLateSignature({ name }),
});

const wrongKind: StatusWords = (name) => ({
  reason: 'refused',
  ...statusKindOfSignature({ name }),
});

const wrongSignature: StatusWords = (name) => ({
  reason: 'refused',
  ...statusWrongSignature({ name }),
});

const noSignature: StatusWords = (name) => ({
  reason: 'refused',
  ...statusNoSignature({ name }),
});

const notOwner: StatusWords = (name) => ({
  reason: 'unauthorised',
  ...statusKeysRefused({ name }),
});

const othersOwn: StatusWords = (name) => ({
  reason: 'refused',
  ...statusOthersOwn({ name }),
});

/** What CASS means by its statuses when something is written (cassproject/CASS, src/main/server/skyRepo/kbac.js). */
export const cassRefusals: Explanations = new Map([
  [401, notOwner],
  [419, expired],
  [422, wrongKind],
  [451, wrongSignature],
  [496, noSignature],
]);

/** The same where the object is known to stand, so that a 401 is about this object and not about the key. */
export const othersRefusals: Explanations = new Map([...cassRefusals, [401, othersOwn]]);
