// Written by "npm run words" from locales/en/problem.json. Do not edit it.
// biome-ignore-all format: a line for each text, however long
import type { Problem } from '../problem.ts';

/** This browser cannot make or use Ed25519 keys. */
export const K501: Problem = {
  code: 'K501',
  message: "This browser cannot make or use Ed25519 keys.",
  advice: "Nothing was kept. Chrome can from version 137 on, Firefox from 129 on: update the browser.",
  key: 'problem.K501',
};

/** There is no signing key on this device. */
export const K502: Problem = {
  code: 'K502',
  message: "There is no signing key on this device.",
  advice: "Nothing was signed. Make a key in the options, under Identity.",
  key: 'problem.K502',
};

/** This is not a key that Plumbline exported. */
export const K503: Problem = {
  code: 'K503',
  message: "This is not a key that Plumbline exported.",
  advice: "Nothing was changed. Choose the file that you downloaded when the key was made.",
  key: 'problem.K503',
};

/** The password does not open this file, or the file is damaged. */
export const K504: Problem = {
  code: 'K504',
  message: "The password does not open this file, or the file is damaged.",
  advice: "Nothing was changed. Type the password that you chose when the key was made.",
  key: 'problem.K504',
};

/** The file’s key is not the one that the file names. */
export const K505: Problem = {
  code: 'K505',
  message: "The file’s key is not the one that the file names.",
  advice: "Nothing was changed. Choose the file as it was downloaded.",
  key: 'problem.K505',
};

/** There is no copy of this key to download. */
export const K506: Problem = {
  code: 'K506',
  message: "There is no copy of this key to download.",
  advice: "A copy is made with a password when a key is made. Replace the key to have one.",
  key: 'problem.K506',
};

/** This is no Verifiable Credential 2.0. */
export const K510: Problem = {
  code: 'K510',
  message: "This is no Verifiable Credential 2.0.",
  advice: "Nothing was signed. Open Badges 3.0 and Plumbline’s own files can be signed.",
  key: 'problem.K510',
};

/** The document uses a vocabulary that is not on this device: {address}. */
export const K511 = (values: { address: string }): Problem => ({
  code: 'K511',
  message: `The document uses a vocabulary that is not on this device: ${values.address}.`,
  advice: "What its words mean is part of what is signed, and nothing is fetched to find out.",
  key: 'problem.K511',
  values,
});

/** The document brings definitions of its own, by which its words could mean something else. */
export const K511Own: Problem = {
  code: 'K511',
  message: "The document brings definitions of its own, by which its words could mean something else.",
  advice: "Only documents are signed and checked whose vocabularies are all known here.",
  key: 'problem.K511-own',
};

/** The document says something that no signature would cover: {what}. */
export const K512 = (values: { what: string }): Problem => ({
  code: 'K512',
  message: `The document says something that no signature would cover: ${values.what}.`,
  advice: "A signature covers only what the document’s vocabularies define. Leave that part out.",
  key: 'problem.K512',
  values,
});

/** The document says something that no signature would cover: text with half a character. */
export const K512Half: Problem = {
  code: 'K512',
  message: "The document says something that no signature would cover: text with half a character.",
  advice: "A signature covers only what the document’s vocabularies define. Leave that part out.",
  key: 'problem.K512-half',
};

/** The document is too large or nests too deep to be signed or checked. */
export const K513: Problem = {
  code: 'K513',
  message: "The document is too large or nests too deep to be signed or checked.",
  advice: "Sign or check fewer alignments at once.",
  key: 'problem.K513',
};

/** The document could not be signed: {reason}. */
export const K514 = (values: { reason: string }): Problem => ({
  code: 'K514',
  message: `The document could not be signed: ${values.reason}.`,
  advice: "Nothing was signed. The document breaks a rule of Verifiable Credentials.",
  key: 'problem.K514',
  values,
});

/** The document has a signature already. */
export const K515: Problem = {
  code: 'K515',
  message: "The document has a signature already.",
  advice: "Nothing was signed. Sign it as it was before.",
  key: 'problem.K515',
};

/** The signature does not hold: something was changed since it was signed, or another key signed it. */
export const K520: Problem = {
  code: 'K520',
  message: "The signature does not hold: something was changed since it was signed, or another key signed it.",
  advice: "Do not rely on it. Ask whoever sent it for the original.",
  key: 'problem.K520',
};

/** It was good until {until}, which is over. */
export const K521 = (values: { until: string }): Problem => ({
  code: 'K521',
  message: `It was good until ${values.until}, which is over.`,
  advice: "Ask the issuer for a newer one.",
  key: 'problem.K521',
  values,
});

/** It is good from {from} on, which is still to come. */
export const K522 = (values: { from: string }): Problem => ({
  code: 'K522',
  message: `It is good from ${values.from} on, which is still to come.`,
  advice: "Check that this device’s clock is right.",
  key: 'problem.K522',
  values,
});

/** The signature was made for another purpose than to state something. */
export const K523: Problem = {
  code: 'K523',
  message: "The signature was made for another purpose than to state something.",
  advice: "Do not rely on it: such a signature can come from logging in somewhere.",
  key: 'problem.K523',
};

/** The key that signed it is not the issuer’s. */
export const K524: Problem = {
  code: 'K524',
  message: "The key that signed it is not the issuer’s.",
  advice: "Do not rely on it: somebody else signed it in the issuer’s name.",
  key: 'problem.K524',
};

/** The issuer’s key is kept elsewhere ({issuer}), so that the signature cannot be checked here. */
export const K525 = (values: { issuer: string }): Problem => ({
  code: 'K525',
  message: `The issuer’s key is kept elsewhere (${values.issuer}), so that the signature cannot be checked here.`,
  advice: "Nothing is fetched to check it. The issuer’s own site may check it for you.",
  key: 'problem.K525',
  values,
});

/** It is signed in a way that Plumbline does not know. */
export const K526: Problem = {
  code: 'K526',
  message: "It is signed in a way that Plumbline does not know.",
  advice: "Plumbline checks Data Integrity proofs of the kind eddsa-rdfc-2022.",
  key: 'problem.K526',
};

/** The signature holds. Whether the issuer took it back since cannot be known without asking the network. */
export const K527: Problem = {
  code: 'K527',
  message: "The signature holds. Whether the issuer took it back since cannot be known without asking the network.",
  advice: "The issuer’s own site may tell.",
  key: 'problem.K527',
};

/** The file is not the one that was signed. */
export const K528: Problem = {
  code: 'K528',
  message: "The file is not the one that was signed.",
  advice: "Do not rely on it: the file was changed, or the signature belongs to another one.",
  key: 'problem.K528',
};

/** The document breaks a rule of Verifiable Credentials: {reason}. */
export const K529 = (values: { reason: string }): Problem => ({
  code: 'K529',
  message: `The document breaks a rule of Verifiable Credentials: ${values.reason}.`,
  advice: "Do not rely on it.",
  key: 'problem.K529',
  values,
});

/** The document breaks a rule of Verifiable Credentials: it names no issuer. */
export const K529NoIssuer: Problem = {
  code: 'K529',
  message: "The document breaks a rule of Verifiable Credentials: it names no issuer.",
  advice: "Do not rely on it.",
  key: 'problem.K529-no-issuer',
};

/** The signature says nothing of a file beside it. */
export const K530: Problem = {
  code: 'K530',
  message: "The signature says nothing of a file beside it.",
  advice: "Choose the signature file that belongs to the file.",
  key: 'problem.K530',
};

/** This is the signature of a file that stands beside it. */
export const K531: Problem = {
  code: 'K531',
  message: "This is the signature of a file that stands beside it.",
  advice: "Choose both together: the file and its signature.",
  key: 'problem.K531',
};

/** It is not clear what to check. */
export const K532 = (values: { ending: string }): Problem => ({
  code: 'K532',
  message: "It is not clear what to check.",
  advice: `Choose one credential, or one file together with its signature, whose name ends in ${values.ending}. Files larger than 20 MB are not read.`,
  key: 'problem.K532',
  values,
});

/** Signing broke down before it was through. */
export const K540: Problem = {
  code: 'K540',
  message: "Signing broke down before it was through.",
  advice: "Nothing was signed or checked. Close other tabs to free memory, then try again.",
  key: 'problem.K540',
};

/** Something unexpected went wrong while signing or checking. */
export const K541: Problem = {
  code: 'K541',
  message: "Something unexpected went wrong while signing or checking.",
  advice: "Nothing was signed or checked. Try again; the console of this page shows the details.",
  key: 'problem.K541',
};

/** Signing or checking was cancelled. */
export const K542: Problem = {
  code: 'K542',
  message: "Signing or checking was cancelled.",
  advice: "Nothing was signed or checked.",
  key: 'problem.K542',
};
