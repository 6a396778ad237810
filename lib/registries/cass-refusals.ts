import type { Explanations, StatusWords } from './failures.ts';

const kept = 'What you saved is kept here.';

const expired: StatusWords = (name) => ({
  // A later try asks for the server's time anew, so this passes by itself.
  reason: 'timed-out',
  message: `${name} found the signature out of date when it arrived.`,
  advice: `${kept} It is signed anew with the next try; check the clock of this computer if that fails, too.`,
});

const wrongKind: StatusWords = (name) => ({
  reason: 'refused',
  message: `${name} does not take this kind of signature.`,
  advice: `${kept} The registry may be older or newer than Plumbline knows: tell those who keep it.`,
});

const wrongSignature: StatusWords = (name) => ({
  reason: 'refused',
  message: `${name} found that the signature does not match.`,
  advice: `${kept} Make a new signing key in the options, then send again.`,
});

const noSignature: StatusWords = (name) => ({
  reason: 'refused',
  message: `${name} found no signature that it can read.`,
  advice: `${kept} Something between here and the registry may have removed it: tell those who keep the registry.`,
});

const notOwner: StatusWords = (name) => ({
  reason: 'unauthorised',
  message: `${name} does not accept the signing key or the access key.`,
  advice: `${kept} Check both keys in the options, then send again.`,
});

const othersOwn: StatusWords = (name) => ({
  reason: 'refused',
  message: `${name} says that this alignment belongs to another signing key.`,
  advice: `${kept} What stands there stays as it is; only its owner can change or withdraw it.`,
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
