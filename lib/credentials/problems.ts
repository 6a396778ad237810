import {
  K510,
  K511,
  K511Own,
  K512,
  K512Half,
  K513,
  K514,
  K515,
  K520,
  K521,
  K522,
  K523,
  K524,
  K525,
  K526,
  K527,
  K528,
  K529,
  K529NoIssuer,
  K530,
} from '../domain/problems.ts';

/** Why a document cannot be signed or checked, each with its code (docs/architecture.md lists them). */
export const problems = {
  noCredential: K510,
  unknownVocabulary: (address: string) => K511({ address: clip(address) }),
  ownVocabulary: K511Own,
  unsayable: (what: string) => K512({ what: clip(what) }),
  halfCharacter: K512Half,
  tooLarge: K513,
  notSigned: (why: string) => K514({ reason: clip(why) }),
  signedAlready: K515,
  changed: K520,
  expired: (until: string) => K521({ until: clip(until) }),
  early: (from: string) => K522({ from: clip(from) }),
  otherPurpose: K523,
  otherSigner: K524,
  keyElsewhere: (issuer: string) => K525({ issuer: clip(issuer) }),
  otherKind: K526,
  revocable: K527,
  otherFile: K528,
  malformed: (why: string) => K529({ reason: clip(why) }),
  noIssuer: K529NoIssuer,
  signsNoFile: K530,
} as const;

function clip(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
