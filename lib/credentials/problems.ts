import type { Problem } from '../domain/problem.ts';

const unchanged = 'Nothing was signed.';

/** Why a document cannot be signed or checked, each with its code (docs/architecture.md lists them). */
export const problems = {
  noCredential: {
    code: 'K510',
    message: 'This is no Verifiable Credential 2.0.',
    advice: `${unchanged} Open Badges 3.0 and Plumbline’s own files can be signed.`,
  },
  unknownVocabulary: (address: string): Problem => ({
    code: 'K511',
    message: `The document uses a vocabulary that is not on this device: ${clip(address)}.`,
    advice: 'What its words mean is part of what is signed, and nothing is fetched to find out.',
  }),
  ownVocabulary: {
    code: 'K511',
    message: 'The document brings definitions of its own, by which its words could mean something else.',
    advice: 'Only documents are signed and checked whose vocabularies are all known here.',
  },
  unsayable: (what: string): Problem => ({
    code: 'K512',
    message: `The document says something that no signature would cover: ${clip(what)}.`,
    advice: 'A signature covers only what the document’s vocabularies define. Leave that part out.',
  }),
  tooLarge: {
    code: 'K513',
    message: 'The document is too large or nests too deep to be signed or checked.',
    advice: 'Sign or check fewer alignments at once.',
  },
  notSigned: (why: string): Problem => ({
    code: 'K514',
    message: `The document could not be signed: ${clip(why)}.`,
    advice: `${unchanged} The document breaks a rule of Verifiable Credentials.`,
  }),
  signedAlready: {
    code: 'K515',
    message: 'The document has a signature already.',
    advice: `${unchanged} Sign it as it was before.`,
  },
  changed: {
    code: 'K520',
    message: 'The signature does not hold: something was changed since it was signed, or another key signed it.',
    advice: 'Do not rely on it. Ask whoever sent it for the original.',
  },
  expired: (until: string): Problem => ({
    code: 'K521',
    message: `It was good until ${clip(until)}, which is over.`,
    advice: 'Ask the issuer for a newer one.',
  }),
  early: (from: string): Problem => ({
    code: 'K522',
    message: `It is good from ${clip(from)} on, which is still to come.`,
    advice: 'Check that this device’s clock is right.',
  }),
  otherPurpose: {
    code: 'K523',
    message: 'The signature was made for another purpose than to state something.',
    advice: 'Do not rely on it: such a signature can come from logging in somewhere.',
  },
  otherSigner: {
    code: 'K524',
    message: 'The key that signed it is not the issuer’s.',
    advice: 'Do not rely on it: somebody else signed it in the issuer’s name.',
  },
  keyElsewhere: (issuer: string): Problem => ({
    code: 'K525',
    message: `The issuer’s key is kept elsewhere (${clip(issuer)}), so that the signature cannot be checked here.`,
    advice: 'Nothing is fetched to check it. The issuer’s own site may check it for you.',
  }),
  otherKind: {
    code: 'K526',
    message: 'It is signed in a way that Plumbline does not know.',
    advice: 'Plumbline checks Data Integrity proofs of the kind eddsa-rdfc-2022.',
  },
  revocable: {
    code: 'K527',
    message: 'The signature holds. Whether the issuer took it back since cannot be known without asking the network.',
    advice: 'The issuer’s own site may tell.',
  },
  otherFile: {
    code: 'K528',
    message: 'The file is not the one that was signed.',
    advice: 'Do not rely on it: the file was changed, or the signature belongs to another one.',
  },
  malformed: (why: string): Problem => ({
    code: 'K529',
    message: `The document breaks a rule of Verifiable Credentials: ${clip(why)}.`,
    advice: 'Do not rely on it.',
  }),
  signsNoFile: {
    code: 'K530',
    message: 'The signature says nothing of a file beside it.',
    advice: 'Choose the signature file that belongs to the file.',
  },
} as const;

function clip(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
