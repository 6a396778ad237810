// Written by "npm run words" from locales/en/problem.json. Do not edit it.
// biome-ignore-all format: a line for each text, however long
import { caseIn, countIn, numberIn } from '../english.ts';
import type { Problem } from '../problem.ts';
import type { Sentence } from '../sentence.ts';

/** A registry’s address begins with https:// or http://. */
export const R301: Problem = {
  code: 'R301',
  message: "A registry’s address begins with https:// or http://.",
  advice: "Nothing was kept. Paste the address as your browser shows it, without a password in it.",
  key: 'problem.R301',
};

/** This registry was removed in another window. */
export const R302: Problem = {
  code: 'R302',
  message: "This registry was removed in another window.",
  key: 'problem.R302',
};

/** {name} is of a kind that cannot do this. */
export const R303 = (values: { name: string }): Problem => ({
  code: 'R303',
  message: `${values.name} is of a kind that cannot do this.`,
  advice: "Nothing was asked.",
  key: 'problem.R303',
  values,
});

/** Access for a client needs its id and a token address that begins with https:// or http://. */
export const R304: Problem = {
  code: 'R304',
  message: "Access for a client needs its id and a token address that begins with https:// or http://.",
  advice: "Nothing was kept. Enter both as those who keep the registry gave them to you.",
  key: 'problem.R304',
};

/** “{header}” is no name of a header: one is a word such as X-Collection, followed by a colon. */
export const R305Name = (values: { header: string }): Problem => ({
  code: 'R305',
  message: `“${values.header}” is no name of a header: one is a word such as X-Collection, followed by a colon.`,
  advice: "Nothing was kept. Change it and keep it again.",
  key: 'problem.R305-name',
  values,
});

/** Your browser sets the header {header} itself. */
export const R305Browser = (values: { header: string }): Problem => ({
  code: 'R305',
  message: `Your browser sets the header ${values.header} itself.`,
  advice: "Nothing was kept. Change it and keep it again.",
  key: 'problem.R305-browser',
  values,
});

/** The header {header} cannot be set here. It is made of the token: enter that instead. */
export const R305Token = (values: { header: string }): Problem => ({
  code: 'R305',
  message: `The header ${values.header} cannot be set here. It is made of the token: enter that instead.`,
  advice: "Nothing was kept. Change it and keep it again.",
  key: 'problem.R305-token',
  values,
});

/** The header {header} cannot be set here. Plumbline sets it itself, another one for each delivery. */
export const R305Ours = (values: { header: string }): Problem => ({
  code: 'R305',
  message: `The header ${values.header} cannot be set here. Plumbline sets it itself, another one for each delivery.`,
  advice: "Nothing was kept. Change it and keep it again.",
  key: 'problem.R305-ours',
  values,
});

/** The value of the header {header} has characters that cannot be sent, or too many. */
export const R305Value = (values: { header: string }): Problem => ({
  code: 'R305',
  message: `The value of the header ${values.header} has characters that cannot be sent, or too many.`,
  advice: "Nothing was kept. Change it and keep it again.",
  key: 'problem.R305-value',
  values,
});

/** The body has {placeholder}, which stands for nothing. These are known: {known}. */
export const R306Unknown = (values: { placeholder: string; known: string }): Problem => ({
  code: 'R306',
  message: `The body has ${values.placeholder}, which stands for nothing. These are known: ${values.known}.`,
  advice: "Nothing was kept. Change it and keep it again.",
  key: 'problem.R306-unknown',
  values,
});

/** The body has neither {content} nor {contentJson}: nothing of an alignment would be sent. */
export const R306Empty = (values: { content: string; contentJson: string }): Problem => ({
  code: 'R306',
  message: `The body has neither ${values.content} nor ${values.contentJson}: nothing of an alignment would be sent.`,
  advice: "Nothing was kept. Change it and keep it again.",
  key: 'problem.R306-empty',
  values,
});

/** The body is no JSON from line {line, number}, character {column, number} on. Texts stand in quotation marks, and {content} without. */
export const R306Json = (values: { line: number; column: number; content: string }): Problem => ({
  code: 'R306',
  message: `The body is no JSON from line ${numberIn(values.line)}, character ${numberIn(values.column)} on. Texts stand in quotation marks, and ${values.content} without.`,
  advice: "Nothing was kept. Change it and keep it again.",
  key: 'problem.R306-json',
  values,
});

/** The body is no JSON from line {line, number}, character {column, number} on. This format writes no JSON, so it is {contentJson} that stands in the body. */
export const R306Text = (values: { line: number; column: number; contentJson: string }): Problem => ({
  code: 'R306',
  message: `The body is no JSON from line ${numberIn(values.line)}, character ${numberIn(values.column)} on. This format writes no JSON, so it is ${values.contentJson} that stands in the body.`,
  advice: "Nothing was kept. Change it and keep it again.",
  key: 'problem.R306-text',
  values,
});

/** The address has {placeholder}, and only {id} can stand in it. */
export const R307 = (values: { placeholder: string; id: string }): Problem => ({
  code: 'R307',
  message: `The address has ${values.placeholder}, and only ${values.id} can stand in it.`,
  advice: "Nothing was kept. Change it and keep it again.",
  key: 'problem.R307',
  values,
});

/** {name} could not be reached. */
export const R310 = (values: { name: string }): Problem => ({
  code: 'R310',
  message: `${values.name} could not be reached.`,
  advice: "What you saved is kept here. Check your connection and the address of the registry, then try again.",
  key: 'problem.R310',
  values,
});

/** {name} could not be reached, or its certificate is none that your browser trusts. */
export const R310Secure = (values: { name: string }): Problem => ({
  code: 'R310',
  message: `${values.name} could not be reached, or its certificate is none that your browser trusts.`,
  advice: "What you saved is kept here. Open its address in a tab: the browser says there which of the two it is.",
  key: 'problem.R310-secure',
  values,
});

/** {name} did not answer within {seconds, plural, one {a second} other {# seconds}}. */
export const R311 = (values: { name: string; seconds: number }): Problem => ({
  code: 'R311',
  message: `${values.name} did not answer within ${countIn(values.seconds, { one: `a second`, other: `${numberIn(values.seconds)} seconds` })}.`,
  advice: "What you saved is kept here. Try again in a moment.",
  key: 'problem.R311',
  values,
});

/** {name} sends its visitors on to {where}. */
export const R312 = (values: { name: string; where: string }): Problem => ({
  code: 'R312',
  message: `${values.name} sends its visitors on to ${values.where}.`,
  advice: "Your key was not sent there and what you saved is kept here. Enter the new address in the options.",
  key: 'problem.R312',
  values,
});

/** {name} sends its visitors on to another address. */
export const R312Untold = (values: { name: string }): Problem => ({
  code: 'R312',
  message: `${values.name} sends its visitors on to another address.`,
  advice: "Your key was not sent there and what you saved is kept here. Enter the new address in the options.",
  key: 'problem.R312-untold',
  values,
});

/** {name} answered with more than {megabytes, number} MB. */
export const R313 = (values: { name: string; megabytes: number }): Problem => ({
  code: 'R313',
  message: `${values.name} answered with more than ${numberIn(values.megabytes)} MB.`,
  advice: "Reading was broken off and nothing of it was taken over. Ask for something narrower.",
  key: 'problem.R313',
  values,
});

/** {name} answered with nothing. */
export const R314Nothing = (values: { name: string }): Problem => ({
  code: 'R314',
  message: `${values.name} answered with nothing.`,
  advice: "Nothing of it was taken over. Check the address and the kind of the registry, or try again later.",
  key: 'problem.R314-nothing',
  values,
});

/** {name} answered with a web page instead of data. */
export const R314Page = (values: { name: string }): Problem => ({
  code: 'R314',
  message: `${values.name} answered with a web page instead of data.`,
  advice: "Nothing of it was taken over. Check the address and the kind of the registry, or try again later.",
  key: 'problem.R314-page',
  values,
});

/** {name} answered with data that breaks off or is damaged. */
export const R314Damaged = (values: { name: string }): Problem => ({
  code: 'R314',
  message: `${values.name} answered with data that breaks off or is damaged.`,
  advice: "Nothing of it was taken over. Check the address and the kind of the registry, or try again later.",
  key: 'problem.R314-damaged',
  values,
});

/** {name} answered with something else than data. */
export const R314Else = (values: { name: string }): Problem => ({
  code: 'R314',
  message: `${values.name} answered with something else than data.`,
  advice: "Nothing of it was taken over. Check the address and the kind of the registry, or try again later.",
  key: 'problem.R314-else',
  values,
});

/** {name} answered in a form that Plumbline does not know. */
export const R315 = (values: { name: string }): Problem => ({
  code: 'R315',
  message: `${values.name} answered in a form that Plumbline does not know.`,
  advice: "Nothing of it was taken over. Check that the address and the kind of the registry belong together.",
  key: 'problem.R315',
  values,
});

/** {name} answered in a form that Plumbline does not know (at “{place}”). */
export const R315At = (values: { name: string; place: string }): Problem => ({
  code: 'R315',
  message: `${values.name} answered in a form that Plumbline does not know (at “${values.place}”).`,
  advice: "Nothing of it was taken over. Check that the address and the kind of the registry belong together.",
  key: 'problem.R315-at',
  values,
});

/** {name} takes only what is signed, and there is no signing key for it yet. */
export const R316 = (values: { name: string }): Problem => ({
  code: 'R316',
  message: `${values.name} takes only what is signed, and there is no signing key for it yet.`,
  advice: "Nothing was sent; what you saved is kept here. Make a signing key in the options.",
  key: 'problem.R316',
  values,
});

/** “{uri}” is no address of a skill of {name}. */
export const R317 = (values: { uri: string; name: string }): Problem => ({
  code: 'R317',
  message: `“${values.uri}” is no address of a skill of ${values.name}.`,
  advice: "Nothing was sent. Check the address.",
  key: 'problem.R317',
  values,
});

/** The address asked for does not belong to {name}. */
export const R317Origin = (values: { name: string }): Problem => ({
  code: 'R317',
  message: `The address asked for does not belong to ${values.name}.`,
  advice: "Nothing was sent. Add the registry that it belongs to in the options.",
  key: 'problem.R317-origin',
  values,
});

/** “{uri}” is no address of a collection of {name}. */
export const R317Collection = (values: { uri: string; name: string }): Problem => ({
  code: 'R317',
  message: `“${values.uri}” is no address of a collection of ${values.name}.`,
  advice: "Nothing was sent. Check the address.",
  key: 'problem.R317-collection',
  values,
});

/** “{uri}” is no address of {name} and no identifier. */
export const R317Identifier = (values: { uri: string; name: string }): Problem => ({
  code: 'R317',
  message: `“${values.uri}” is no address of ${values.name} and no identifier.`,
  advice: "Nothing was sent. Check the address.",
  key: 'problem.R317-identifier',
  values,
});

/** “{uri}” is no address and no id of a skill of {name}. */
export const R317Id = (values: { uri: string; name: string }): Problem => ({
  code: 'R317',
  message: `“${values.uri}” is no address and no id of a skill of ${values.name}.`,
  advice: "Nothing was sent. Check the address.",
  key: 'problem.R317-id',
  values,
});

/** The key for {name} has characters that no key has, such as spaces. */
export const R318 = (values: { name: string }): Problem => ({
  code: 'R318',
  message: `The key for ${values.name} has characters that no key has, such as spaces.`,
  advice: "Nothing was sent; what you saved is kept here. Enter the key again in the options.",
  key: 'problem.R318',
  values,
});

/** “{uri}” is no http or https address. */
export const R319 = (values: { uri: string }): Problem => ({
  code: 'R319',
  message: `“${values.uri}” is no http or https address.`,
  advice: "Nothing was sent. Check the address.",
  key: 'problem.R319',
  values,
});

/** “{uri}” is no http or https address. */
export const R319Registry = (values: { uri: string }): Problem => ({
  code: 'R319',
  message: `“${values.uri}” is no http or https address.`,
  advice: "Nothing was sent. Enter an address that begins with https:// in the options.",
  key: 'problem.R319-registry',
  values,
});

/** Your browser does not let Plumbline speak to {name}. */
export const R320 = (values: { name: string }): Problem => ({
  code: 'R320',
  message: `Your browser does not let Plumbline speak to ${values.name}.`,
  advice: "Nothing was sent or lost. Test the registry in the options: the browser asks you then.",
  key: 'problem.R320',
  values,
});

/** Your browser does not let Plumbline speak to {name}. */
export const R320Test = (values: { name: string }): Problem => ({
  code: 'R320',
  message: `Your browser does not let Plumbline speak to ${values.name}.`,
  advice: "Nothing was sent. Test again and say yes when the browser asks.",
  key: 'problem.R320-test',
  values,
});

/** {name} is switched off. */
export const R321 = (values: { name: string }): Problem => ({
  code: 'R321',
  message: `${values.name} is switched off.`,
  advice: "Nothing was sent or lost. Switch it on in the options, and what waits is sent.",
  key: 'problem.R321',
  values,
});

/** Something unexpected went wrong inside Plumbline while sending. */
export const R322: Problem = {
  code: 'R322',
  message: "Something unexpected went wrong inside Plumbline while sending.",
  advice: "What you saved is kept here and sent again later; the browser’s extension page shows the details.",
  key: 'problem.R322',
};

/** Something unexpected went wrong inside Plumbline. */
export const R322Searching: Problem = {
  code: 'R322',
  message: "Something unexpected went wrong inside Plumbline.",
  advice: "The other places were asked all the same; the browser’s extension page shows the details.",
  key: 'problem.R322-searching',
};

/** {name} answers page after page without coming to an end. */
export const R323 = (values: { name: string }): Problem => ({
  code: 'R323',
  message: `${values.name} answers page after page without coming to an end.`,
  advice: "Reading was broken off and nothing of it was taken over. Tell those who keep the registry.",
  key: 'problem.R323',
  values,
});

/** {sentence} Access to {name} is given out there. */
export const R330 = (values: { sentence: Sentence; name: string }): Problem => ({
  code: 'R330',
  message: `${values.sentence.message} Access to ${values.name} is given out there.`,
  advice: "What you saved is kept here. Check the token address in the options, or try again later.",
  key: 'problem.R330',
  values,
});

/** {sentence} Access to {name} is given out there. */
export const R331 = (values: { sentence: Sentence; name: string }): Problem => ({
  code: 'R331',
  message: `${values.sentence.message} Access to ${values.name} is given out there.`,
  advice: "What you saved is kept here. Check client id, secret and scope in the options.",
  key: 'problem.R331',
  values,
});

/** {name} gives out access to a client, and its secret is not kept here. */
export const R332 = (values: { name: string }): Problem => ({
  code: 'R332',
  message: `${values.name} gives out access to a client, and its secret is not kept here.`,
  advice: "What you saved is kept here. Enter the client secret in the options.",
  key: 'problem.R332',
  values,
});

/** {name} does not keep the release “{release}”. */
export const R335 = (values: { name: string; release: string }): Problem => ({
  code: 'R335',
  message: `${values.name} does not keep the release “${values.release}”.`,
  advice: "Nothing was changed. Choose another release in the options, or leave it empty for the newest.",
  key: 'problem.R335',
  values,
});

/** {name} was not asked: this device is offline. */
export const R336 = (values: { name: string }): Problem => ({
  code: 'R336',
  message: `${values.name} was not asked: this device is offline.`,
  advice: "What is kept on this device is searched all the same.",
  key: 'problem.R336',
  values,
});

/** Nobody has said yet to which tenant of {name} alignments go. */
export const R340Tenant = (values: { name: string }): Problem => ({
  code: 'R340',
  message: `Nobody has said yet to which tenant of ${values.name} alignments go.`,
  advice: "Nothing was sent; what you saved is kept here. Name the tenant in the options.",
  key: 'problem.R340-tenant',
  values,
});

/** Nobody has said yet for which organisation is published to {name}. */
export const R340Organisation = (values: { name: string }): Problem => ({
  code: 'R340',
  message: `Nobody has said yet for which organisation is published to ${values.name}.`,
  advice: "Nothing was sent; what you saved is kept here. Enter its CTID in the options.",
  key: 'problem.R340-organisation',
  values,
});

/** Nobody has said yet in which format {name} takes alignments. */
export const R340Format = (values: { name: string }): Problem => ({
  code: 'R340',
  message: `Nobody has said yet in which format ${values.name} takes alignments.`,
  advice: "Nothing was sent; what you saved is kept here. Choose the format in the options.",
  key: 'problem.R340-format',
  values,
});

/** “{organisation}” is no CTID: “ce-” and a UUID. */
export const R341 = (values: { organisation: string }): Problem => ({
  code: 'R341',
  message: `“${values.organisation}” is no CTID: “ce-” and a UUID.`,
  advice: "Nothing was sent; what you saved is kept here. Correct the organisation in the options.",
  key: 'problem.R341',
  values,
});

/** {name} does not take the page as it is. */
export const R342 = (values: { name: string }): Problem => ({
  code: 'R342',
  message: `${values.name} does not take the page as it is.`,
  advice: "Nothing of it was published now, and what you saved is kept here. Change what it names, then send again.",
  key: 'problem.R342',
  values,
});

/** {name} has no property for any of this page’s alignments. */
export const R343 = (values: { name: string }): Problem => ({
  code: 'R343',
  message: `${values.name} has no property for any of this page’s alignments.`,
  advice: "Nothing was sent; what you saved is kept here. Export it in a format that can say it.",
  key: 'problem.R343',
  values,
});

/** “{skill}” is no skill of {name}. */
export const R344 = (values: { skill: string; name: string }): Problem => ({
  code: 'R344',
  message: `“${values.skill}” is no skill of ${values.name}.`,
  advice: "Nothing was sent; what you saved is kept here.",
  key: 'problem.R344',
  values,
});

/** {name} has no alignments that say what a skill needs beforehand. */
export const R344Relation = (values: { name: string }): Problem => ({
  code: 'R344',
  message: `${values.name} has no alignments that say what a skill needs beforehand.`,
  advice: "Nothing was sent; what you saved is kept here.",
  key: 'problem.R344-relation',
  values,
});

/** {name} tells what was published of a page to those alone who have a key. */
export const R345 = (values: { name: string }): Problem => ({
  code: 'R345',
  message: `${values.name} tells what was published of a page to those alone who have a key.`,
  advice: "Nothing was asked. Enter a key in the options.",
  key: 'problem.R345',
  values,
});

/** {name} cannot take back what it was sent, so it stays there. */
export const R346 = (values: { name: string }): Problem => ({
  code: 'R346',
  message: `${values.name} cannot take back what it was sent, so it stays there.`,
  advice: "Ask those who keep that address to remove it; then drop this line of the outbox.",
  key: 'problem.R346',
  values,
});

/** {name} did not take the document. */
export const R347 = (values: { name: string }): Problem => ({
  code: 'R347',
  message: `${values.name} did not take the document.`,
  advice: "What you saved is kept here. The same document will be refused again: tell those who keep the node.",
  key: 'problem.R347',
  values,
});

/** {name} did not take the document. */
export const R347Later = (values: { name: string }): Problem => ({
  code: 'R347',
  message: `${values.name} did not take the document.`,
  advice: "What you saved is kept here and sent again later.",
  key: 'problem.R347-later',
  values,
});

/** {name} has noted that this is withdrawn, but goes on showing it. */
export const R348 = (values: { name: string }): Problem => ({
  code: 'R348',
  message: `${values.name} has noted that this is withdrawn, but goes on showing it.`,
  advice: "A node lets go only of what was signed for an account of its own. Publish with one, or ask those who keep the node.",
  key: 'problem.R348',
  values,
});

/** {name} takes nothing by {method}, only by {allowed}. */
export const R349 = (values: { name: string; method: string; allowed: string }): Problem => ({
  code: 'R349',
  message: `${values.name} takes nothing by ${values.method}, only by ${values.allowed}.`,
  advice: "Nothing was sent. Choose another method under “Delivery”.",
  key: 'problem.R349',
  values,
});

/** Nobody has chosen a folder for {name} yet. */
export const R350 = (values: { name: string }): Problem => ({
  code: 'R350',
  message: `Nobody has chosen a folder for ${values.name} yet.`,
  advice: "Nothing was written; what you saved is kept here. Choose the folder in the options.",
  key: 'problem.R350',
  values,
});

/** Your browser does not let Plumbline write into the folder of {name} any more. */
export const R351 = (values: { name: string }): Problem => ({
  code: 'R351',
  message: `Your browser does not let Plumbline write into the folder of ${values.name} any more.`,
  advice: "What you saved is kept here. Open the options and allow the folder again.",
  key: 'problem.R351',
  values,
});

/** The folder of {name} is not where it was. */
export const R352 = (values: { name: string }): Problem => ({
  code: 'R352',
  message: `The folder of ${values.name} is not where it was.`,
  advice: "What you saved is kept here. Put it back, or choose another in the options.",
  key: 'problem.R352',
  values,
});

/** There is no room left on the disk of {name}. */
export const R353 = (values: { name: string }): Problem => ({
  code: 'R353',
  message: `There is no room left on the disk of ${values.name}.`,
  advice: "What you saved is kept here, and the file is as it was. Make room, then try again.",
  key: 'problem.R353',
  values,
});

/** A file in the folder of {name} could not be written: another program may have it open. */
export const R354 = (values: { name: string }): Problem => ({
  code: 'R354',
  message: `A file in the folder of ${values.name} could not be written: another program may have it open.`,
  advice: "What you saved is kept here and written again later.",
  key: 'problem.R354',
  values,
});

/** {name} has nothing under “{uri}” any more. */
export const R404Gone = (values: { name: string; uri: string }): Problem => ({
  code: 'R404',
  message: `${values.name} has nothing under “${values.uri}” any more.`,
  advice: "What is kept here stays as it is.",
  key: 'problem.R404-gone',
  values,
});

/** {name} has no such folder, and none above it to make one in. */
export const R404Folder = (values: { name: string }): Problem => ({
  code: 'R404',
  message: `${values.name} has no such folder, and none above it to make one in.`,
  advice: "Nothing was sent. Copy the folder’s WebDAV address from its server’s settings.",
  key: 'problem.R404-folder',
  values,
});

/** {name} asks for a key. */
export const statusNoKey = (values: { name: string }): Omit<Problem, 'code'> => ({
  message: `${values.name} asks for a key.`,
  advice: "What you saved is kept here. Enter a key in the options.",
  key: 'problem.status-no-key',
  values,
});

/** {name} does not accept the key. */
export const statusKeyRefused = (values: { name: string }): Omit<Problem, 'code'> => ({
  message: `${values.name} does not accept the key.`,
  advice: "What you saved is kept here. Enter a new key in the options.",
  key: 'problem.status-key-refused',
  values,
});

/** {name} does not allow this with the key that it was given. */
export const statusKeyTooLittle = (values: { name: string }): Omit<Problem, 'code'> => ({
  message: `${values.name} does not allow this with the key that it was given.`,
  advice: "What you saved is kept here. Enter a new key in the options.",
  key: 'problem.status-key-too-little',
  values,
});

/** {name} has nothing at the address that was asked for. */
export const statusNothingThere = (values: { name: string }): Omit<Problem, 'code'> => ({
  message: `${values.name} has nothing at the address that was asked for.`,
  advice: "What is kept here stays as it is. Check the address and the kind of the registry in the options.",
  key: 'problem.status-nothing-there',
  values,
});

/** {name} gave up waiting for the request. */
export const statusGaveUp = (values: { name: string }): Omit<Problem, 'code'> => ({
  message: `${values.name} gave up waiting for the request.`,
  advice: "What you saved is kept here. Try again in a moment.",
  key: 'problem.status-gave-up',
  values,
});

/** {name} asks for a pause: too many requests. */
export const statusPause = (values: { name: string }): Omit<Problem, 'code'> => ({
  message: `${values.name} asks for a pause: too many requests.`,
  advice: "What you saved is kept here. Try again in a few minutes.",
  key: 'problem.status-pause',
  values,
});

/** {name} asks for a pause: too many requests. */
export const statusPauseFor = (values: { name: string; unit: string; count: number }): Omit<Problem, 'code'> => ({
  message: `${values.name} asks for a pause: too many requests.`,
  advice: `What you saved is kept here. Try again in ${caseIn(values.unit, { seconds: `${countIn(values.count, { one: `${numberIn(values.count)} second`, other: `${numberIn(values.count)} seconds` })}`, minutes: `${countIn(values.count, { one: `${numberIn(values.count)} minute`, other: `${numberIn(values.count)} minutes` })}`, other: `${countIn(values.count, { one: `${numberIn(values.count)} hour`, other: `${numberIn(values.count)} hours` })}` })}.`,
  key: 'problem.status-pause-for',
  values,
});

/** {name} is in trouble and answered {status}. */
export const statusTrouble = (values: { name: string; status: string }): Omit<Problem, 'code'> => ({
  message: `${values.name} is in trouble and answered ${values.status}.`,
  advice: "What you saved is kept here. Try again later.",
  key: 'problem.status-trouble',
  values,
});

/** {name} is in trouble and answered {status}. */
export const statusTroubleFor = (values: { name: string; status: string; unit: string; count: number }): Omit<Problem, 'code'> => ({
  message: `${values.name} is in trouble and answered ${values.status}.`,
  advice: `What you saved is kept here. Try again in ${caseIn(values.unit, { seconds: `${countIn(values.count, { one: `${numberIn(values.count)} second`, other: `${numberIn(values.count)} seconds` })}`, minutes: `${countIn(values.count, { one: `${numberIn(values.count)} minute`, other: `${numberIn(values.count)} minutes` })}`, other: `${countIn(values.count, { one: `${numberIn(values.count)} hour`, other: `${numberIn(values.count)} hours` })}` })}.`,
  key: 'problem.status-trouble-for',
  values,
});

/** {name} refused the request and answered {status}. */
export const statusRefused = (values: { name: string; status: string }): Omit<Problem, 'code'> => ({
  message: `${values.name} refused the request and answered ${values.status}.`,
  advice: "What you saved is kept here. The same request will be refused again: tell those who keep the registry.",
  key: 'problem.status-refused',
  values,
});

/** {name} found the signature out of date when it arrived. */
export const statusLateSignature = (values: { name: string }): Omit<Problem, 'code'> => ({
  message: `${values.name} found the signature out of date when it arrived.`,
  advice: "What you saved is kept here. It is signed anew with the next try; check the clock of this computer if that fails, too.",
  key: 'problem.status-late-signature',
  values,
});

/** {name} does not take this kind of signature. */
export const statusKindOfSignature = (values: { name: string }): Omit<Problem, 'code'> => ({
  message: `${values.name} does not take this kind of signature.`,
  advice: "What you saved is kept here. The registry may be older or newer than Plumbline knows: tell those who keep it.",
  key: 'problem.status-kind-of-signature',
  values,
});

/** {name} found that the signature does not match. */
export const statusWrongSignature = (values: { name: string }): Omit<Problem, 'code'> => ({
  message: `${values.name} found that the signature does not match.`,
  advice: "What you saved is kept here. Make a new signing key in the options, then send again.",
  key: 'problem.status-wrong-signature',
  values,
});

/** {name} found no signature that it can read. */
export const statusNoSignature = (values: { name: string }): Omit<Problem, 'code'> => ({
  message: `${values.name} found no signature that it can read.`,
  advice: "What you saved is kept here. Something between here and the registry may have removed it: tell those who keep the registry.",
  key: 'problem.status-no-signature',
  values,
});

/** {name} does not accept the signing key or the access key. */
export const statusKeysRefused = (values: { name: string }): Omit<Problem, 'code'> => ({
  message: `${values.name} does not accept the signing key or the access key.`,
  advice: "What you saved is kept here. Check both keys in the options, then send again.",
  key: 'problem.status-keys-refused',
  values,
});

/** {name} says that this alignment belongs to another signing key. */
export const statusOthersOwn = (values: { name: string }): Omit<Problem, 'code'> => ({
  message: `${values.name} says that this alignment belongs to another signing key.`,
  advice: "What you saved is kept here. What stands there stays as it is; only its owner can change or withdraw it.",
  key: 'problem.status-others-own',
  values,
});

/** {name} does not accept the key, or there is none. */
export const statusOnetKey = (values: { name: string }): Omit<Problem, 'code'> => ({
  message: `${values.name} does not accept the key, or there is none.`,
  advice: "What you saved is kept here. Enter a key in the options; O*NET gives them out at services.onetcenter.org.",
  key: 'problem.status-onet-key',
  values,
});

/** {name} has nothing under what was asked for. */
export const statusOnetNothing = (values: { name: string }): Omit<Problem, 'code'> => ({
  message: `${values.name} has nothing under what was asked for.`,
  advice: "What is kept here stays as it is. Search for another word, or check the code.",
  key: 'problem.status-onet-nothing',
  values,
});

/** Somebody else changed this page’s file at {name} at the same moment, so it was left as it is. */
export const statusChangedMeanwhile = (values: { name: string }): Omit<Problem, 'code'> => ({
  message: `Somebody else changed this page’s file at ${values.name} at the same moment, so it was left as it is.`,
  advice: "What you saved is kept here. Look at the file there; trying again puts yours in its place.",
  key: 'problem.status-changed-meanwhile',
  values,
});

/** Somebody has this page’s file at {name} open and locked. */
export const statusLocked = (values: { name: string }): Omit<Problem, 'code'> => ({
  message: `Somebody has this page’s file at ${values.name} open and locked.`,
  advice: "What you saved is kept here and sent again later.",
  key: 'problem.status-locked',
  values,
});

/** There is no room left at {name}. */
export const statusNoRoom = (values: { name: string }): Omit<Problem, 'code'> => ({
  message: `There is no room left at ${values.name}.`,
  advice: "What you saved is kept here. Make room there, then try again.",
  key: 'problem.status-no-room',
  values,
});

/** {name} answers searches from its own pages alone. */
export const statusOwnPagesOnly = (values: { name: string }): Omit<Problem, 'code'> => ({
  message: `${values.name} answers searches from its own pages alone.`,
  advice: "What is kept here stays as it is. Those who keep the registry can allow this extension to search it.",
  key: 'problem.status-own-pages-only',
  values,
});

/** {name} has nothing with the identifier that was asked for. */
export const statusUnknownIdentifier = (values: { name: string }): Omit<Problem, 'code'> => ({
  message: `${values.name} has nothing with the identifier that was asked for.`,
  advice: "What is kept here stays as it is. Check the address.",
  key: 'problem.status-unknown-identifier',
  values,
});

/** {name} takes no packages yet: its OpenCASE is older than that. */
export const statusNoPackages = (values: { name: string }): Omit<Problem, 'code'> => ({
  message: `${values.name} takes no packages yet: its OpenCASE is older than that.`,
  advice: "What you saved is kept here. Tell those who keep the registry, or export a CASE file for them.",
  key: 'problem.status-no-packages',
  values,
});

/** {name} does not know the client. */
export const statusUnknownClient = (values: { name: string }): Omit<Problem, 'code'> => ({
  message: `${values.name} does not know the client.`,
  advice: "What you saved is kept here.",
  key: 'problem.status-unknown-client',
  values,
});
