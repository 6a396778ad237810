// Written by "npm run words" from locales/en/problem.json. Do not edit it.
// biome-ignore-all format: a line for each text, however long
import { caseIn, countIn, numberIn } from './english.ts';
import type { Problem } from './problem.ts';
import type { Sentence } from './sentence.ts';

/** This is a page of the browser, closed to extensions. */
export const P101: Problem = {
  code: 'P101',
  message: "This is a page of the browser, closed to extensions.",
  advice: "If the resource has an address that others can open, align that one.",
  key: 'problem.P101',
};

/** This tab shows a page of the browser, closed to extensions, or none yet. */
export const P101None: Problem = {
  code: 'P101',
  message: "This tab shows a page of the browser, closed to extensions, or none yet.",
  advice: "If the resource has an address that others can open, align that one.",
  key: 'problem.P101-none',
};

/** This tab shows a PDF. */
export const P102: Problem = {
  code: 'P102',
  message: "This tab shows a PDF.",
  advice: "Extensions cannot look inside the browser’s PDF viewer. Its address can be aligned all the same; give it a title.",
  key: 'problem.P102',
};

/** Extension stores are closed to extensions. */
export const P103: Problem = {
  code: 'P103',
  message: "Extension stores are closed to extensions.",
  advice: "Its address can be aligned all the same; give it a title.",
  key: 'problem.P103',
};

/** This is a file on your disk, which others cannot open by its address. */
export const P104: Problem = {
  code: 'P104',
  message: "This is a file on your disk, which others cannot open by its address.",
  advice: "If the resource has an address that others can open, align that one.",
  key: 'problem.P104',
};

/** The browser did not let Plumbline read this page. */
export const P105: Problem = {
  code: 'P105',
  message: "The browser did not let Plumbline read this page.",
  advice: "Its address can be aligned all the same; give it a title.",
  key: 'problem.P105',
};

/** Plumbline cannot see this page. */
export const P106: Problem = {
  code: 'P106',
  message: "Plumbline cannot see this page.",
  advice: "Click Plumbline’s button in the toolbar while the page is in front: then it is read. Pages of the browser itself stay closed; what has an address can be aligned by it.",
  key: 'problem.P106',
};

/** The selection could not be quoted: the browser does not let Plumbline read it here. */
export const P107: Problem = {
  code: 'P107',
  message: "The selection could not be quoted: the browser does not let Plumbline read it here.",
  advice: "The page can be aligned all the same, and the passage written into the note.",
  key: 'problem.P107',
};

/** This page is not open here. */
export const P108: Problem = {
  code: 'P108',
  message: "This page is not open here.",
  advice: "Its address can be aligned all the same; give it a title. Open the page itself to have it read.",
  key: 'problem.P108',
};

/** Not saved: this device’s storage is full. */
export const S201: Problem = {
  code: 'S201',
  message: "Not saved: this device’s storage is full.",
  advice: "Your draft is kept in this window, and nothing saved before is touched. Free some space and save again.",
  key: 'problem.S201',
};

/** Not imported: this device’s storage is full. */
export const S201Import: Problem = {
  code: 'S201',
  message: "Not imported: this device’s storage is full.",
  advice: "What was kept before is untouched. Free some space, or remove a framework, and import it again.",
  key: 'problem.S201-import',
};

/** Not saved: the browser’s database refused the write. */
export const S202: Problem = {
  code: 'S202',
  message: "Not saved: the browser’s database refused the write.",
  advice: "Your draft is kept in this window. Close other Plumbline windows and save again.",
  key: 'problem.S202',
};

/** What is kept here was written by a newer Plumbline. */
export const S210: Problem = {
  code: 'S210',
  message: "What is kept here was written by a newer Plumbline.",
  advice: "Nothing was changed. Update the extension, then open it again.",
  key: 'problem.S210',
};

/** Somebody saved this alignment in another window. */
export const S220Saved: Problem = {
  code: 'S220',
  message: "Somebody saved this alignment in another window.",
  advice: "Nothing was overwritten. Look at it as it is now, then decide again.",
  key: 'problem.S220-saved',
};

/** This alignment was removed in another window. */
export const S220Removed: Problem = {
  code: 'S220',
  message: "This alignment was removed in another window.",
  advice: "Nothing was overwritten. Look at it as it is now, then decide again.",
  key: 'problem.S220-removed',
};

/** This alignment was removed in another window. */
export const S220Unsent: Problem = {
  code: 'S220',
  message: "This alignment was removed in another window.",
  advice: "Nothing is sent of it any more.",
  key: 'problem.S220-unsent',
};

/** This page is aligned to this skill in that relation already. */
export const S221: Problem = {
  code: 'S221',
  message: "This page is aligned to this skill in that relation already.",
  advice: "Nothing was changed. Choose another relation, or edit the other alignment.",
  key: 'problem.S221',
};

/** What this import would change was changed in another window meanwhile. */
export const S223: Problem = {
  code: 'S223',
  message: "What this import would change was changed in another window meanwhile.",
  advice: "Nothing was imported. Choose the file again: it is compared anew then.",
  key: 'problem.S223',
};

/** This was taken back already, or it is more than 30 days ago. */
export const S224: Problem = {
  code: 'S224',
  message: "This was taken back already, or it is more than 30 days ago.",
  advice: "Nothing was changed.",
  key: 'problem.S224',
};

/** This import would delete or overwrite {lost, number} of {kept, plural, one {# alignment} other {# alignments}}, and that was not confirmed. */
export const S225 = (values: { lost: number; kept: number }): Problem => ({
  code: 'S225',
  message: `This import would delete or overwrite ${numberIn(values.lost)} of ${countIn(values.kept, { one: `${numberIn(values.kept)} alignment`, other: `${numberIn(values.kept)} alignments` })}, and that was not confirmed.`,
  advice: "Nothing was imported. Choose the file again, look at what it would change, and type the number asked for.",
  key: 'problem.S225',
  values,
});

/** These two skills stand in that relation already. */
export const S226: Problem = {
  code: 'S226',
  message: "These two skills stand in that relation already.",
  advice: "Nothing was changed. Choose another relation, or edit the other statement.",
  key: 'problem.S226',
};

/** This work list was removed in another window. */
export const S230: Problem = {
  code: 'S230',
  message: "This work list was removed in another window.",
  advice: "Nothing was changed. Choose another list, or make a new one.",
  key: 'problem.S230',
};

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

/** “{file}” is empty. */
export const I400 = (values: { file: string }): Problem => ({
  code: 'I400',
  message: `“${values.file}” is empty.`,
  advice: "Nothing was imported. Save or download it again.",
  key: 'problem.I400',
  values,
});

/** “{file}” is a workbook or another ZIP archive, and no text. */
export const I401Workbook = (values: { file: string }): Problem => ({
  code: 'I401',
  message: `“${values.file}” is a workbook or another ZIP archive, and no text.`,
  advice: "Nothing was imported. Save the sheet as CSV UTF-8.",
  key: 'problem.I401-workbook',
  values,
});

/** “{file}” is an old workbook, and no text. */
export const I401OldWorkbook = (values: { file: string }): Problem => ({
  code: 'I401',
  message: `“${values.file}” is an old workbook, and no text.`,
  advice: "Nothing was imported. Save the sheet as CSV UTF-8.",
  key: 'problem.I401-old-workbook',
  values,
});

/** “{file}” is a PDF, and no text. */
export const I401Pdf = (values: { file: string }): Problem => ({
  code: 'I401',
  message: `“${values.file}” is a PDF, and no text.`,
  advice: "Nothing was imported. Ask whoever made it for the data.",
  key: 'problem.I401-pdf',
  values,
});

/** “{file}” is packed with gzip, and no text. */
export const I401Packed = (values: { file: string }): Problem => ({
  code: 'I401',
  message: `“${values.file}” is packed with gzip, and no text.`,
  advice: "Nothing was imported. Unpack it first.",
  key: 'problem.I401-packed',
  values,
});

/** “{file}” is made of bytes that only a program can read, and no text. */
export const I401Bytes = (values: { file: string }): Problem => ({
  code: 'I401',
  message: `“${values.file}” is made of bytes that only a program can read, and no text.`,
  advice: "Nothing was imported. Export it as JSON or as CSV UTF-8.",
  key: 'problem.I401-bytes',
  values,
});

/** “{file}” is not written in UTF-8, so that its letters cannot be told for sure. */
export const I402 = (values: { file: string }): Problem => ({
  code: 'I402',
  message: `“${values.file}” is not written in UTF-8, so that its letters cannot be told for sure.`,
  advice: "Nothing was imported. Open it in the program that made it and save it as UTF-8 (in a spreadsheet: “CSV UTF-8”).",
  key: 'problem.I402',
  values,
});

/** “{file}” has {size, number} MB, and {kind} is read up to {limit, number} MB. */
export const I403 = (values: { file: string; size: number; kind: string; limit: number }): Problem => ({
  code: 'I403',
  message: `“${values.file}” has ${numberIn(values.size)} MB, and ${values.kind} is read up to ${numberIn(values.limit)} MB.`,
  advice: "Nothing was imported. Export one framework at a time, or fewer of its columns.",
  key: 'problem.I403',
  values,
});

/** “{file}” is a web page, and no data, whatever its name says. */
export const I404 = (values: { file: string }): Problem => ({
  code: 'I404',
  message: `“${values.file}” is a web page, and no data, whatever its name says.`,
  advice: "Nothing was imported. Download the data itself; the page may say why that failed.",
  key: 'problem.I404',
  values,
});

/** “{file}” is not valid JSON: “{reason}”. */
export const I405 = (values: { file: string; reason: string }): Problem => ({
  code: 'I405',
  message: `“${values.file}” is not valid JSON: “${values.reason}”.`,
  advice: "Nothing was imported. Ask whoever made it for a valid one.",
  key: 'problem.I405',
  values,
});

/** “{file}” breaks off before its end. */
export const I405CutShort = (values: { file: string }): Problem => ({
  code: 'I405',
  message: `“${values.file}” breaks off before its end.`,
  advice: "Nothing was imported. Download it again.",
  key: 'problem.I405-cut-short',
  values,
});

/** “{file}” is none of the kinds of document that Plumbline reads. */
export const I406 = (values: { file: string }): Problem => ({
  code: 'I406',
  message: `“${values.file}” is none of the kinds of document that Plumbline reads.`,
  advice: "Nothing was imported. Skills are read from RSD, CASE, CTDL-ASN, ASN and SKOS as JSON, and from CSV tables.",
  key: 'problem.I406',
  values,
});

/** “{file}” cannot be read at its beginning: there is no CFDocument with CFItems. */
export const I410Package = (values: { file: string }): Problem => ({
  code: 'I410',
  message: `“${values.file}” cannot be read at its beginning: there is no CFDocument with CFItems.`,
  advice: "Nothing was imported. Ask whoever made it for a valid one.",
  key: 'problem.I410-package',
  values,
});

/** “{file}” cannot be read at {place}: it is no CFItem. */
export const I410Item = (values: { file: string; place: string }): Problem => ({
  code: 'I410',
  message: `“${values.file}” cannot be read at ${values.place}: it is no CFItem.`,
  advice: "Nothing was imported. Ask whoever made it for a valid one.",
  key: 'problem.I410-item',
  values,
});

/** “{file}” cannot be read at entry {number, number}: no skill stands there. */
export const I410Entry = (values: { file: string; number: number }): Problem => ({
  code: 'I410',
  message: `“${values.file}” cannot be read at entry ${numberIn(values.number)}: no skill stands there.`,
  advice: "Nothing was imported. Ask whoever made it for a valid one.",
  key: 'problem.I410-entry',
  values,
});

/** “{file}” calls two skills by the same identifier, number {first} and number {second}: “{uri}”. */
export const I411 = (values: { file: string; first: string; second: string; uri: string }): Problem => ({
  code: 'I411',
  message: `“${values.file}” calls two skills by the same identifier, number ${values.first} and number ${values.second}: “${values.uri}”.`,
  advice: "Nothing was imported. One of the two has to go, or to get an identifier of its own.",
  key: 'problem.I411',
  values,
});

/** “{file}” calls two skills by the same identifier, on line {first} and on line {second}: “{uri}”. */
export const I411Lines = (values: { file: string; first: string; second: string; uri: string }): Problem => ({
  code: 'I411',
  message: `“${values.file}” calls two skills by the same identifier, on line ${values.first} and on line ${values.second}: “${values.uri}”.`,
  advice: "Nothing was imported. One of the two rows has to go, or to get an identifier of its own.",
  key: 'problem.I411-lines',
  values,
});

/** “{file}” holds no skill that could be read. */
export const I412 = (values: { file: string }): Problem => ({
  code: 'I412',
  message: `“${values.file}” holds no skill that could be read.`,
  advice: "Nothing was imported. Check that it is the whole document and not only a list of frameworks.",
  key: 'problem.I412',
  values,
});

/** The quotation marks of “{file}” do not match in the row that begins on line {line}. */
export const I413 = (values: { file: string; line: string }): Problem => ({
  code: 'I413',
  message: `The quotation marks of “${values.file}” do not match in the row that begins on line ${values.line}.`,
  advice: "Nothing was imported. Close the cell there, or double the quotation mark that belongs to its text.",
  key: 'problem.I413',
  values,
});

/** The row of “{file}” that begins on line {line} does not end. */
export const I414 = (values: { file: string; line: string }): Problem => ({
  code: 'I414',
  message: `The row of “${values.file}” that begins on line ${values.line} does not end.`,
  advice: "Nothing was imported. Most likely a quotation mark is opened there and never closed.",
  key: 'problem.I414',
  values,
});

/** “{file}” holds more than {limit, number} skills. */
export const I415 = (values: { file: string; limit: number }): Problem => ({
  code: 'I415',
  message: `“${values.file}” holds more than ${numberIn(values.limit)} skills.`,
  advice: "Nothing was imported. Split it into several files, one for each framework.",
  key: 'problem.I415',
  values,
});

/** “{file}” has no column “{heading}”. */
export const I416 = (values: { file: string; heading: string }): Problem => ({
  code: 'I416',
  message: `“${values.file}” has no column “${values.heading}”.`,
  advice: "Nothing was imported. Check that the first row of the table holds its headings, and that this is the right table.",
  key: 'problem.I416',
  values,
});

/** Nobody has said yet which column of “{file}” holds the names of the skills. */
export const I417 = (values: { file: string }): Problem => ({
  code: 'I417',
  message: `Nobody has said yet which column of “${values.file}” holds the names of the skills.`,
  advice: "Nothing was imported. Say which column holds what, and import it again.",
  key: 'problem.I417',
  values,
});

/** “{name}” is the library that comes with Plumbline. */
export const I420 = (values: { name: string }): Problem => ({
  code: 'I420',
  message: `“${values.name}” is the library that comes with Plumbline.`,
  advice: "Nothing was changed. It is here already, and is renewed with the extension.",
  key: 'problem.I420',
  values,
});

/** It holds more than {limit, number} skills, which is more than Plumbline keeps. */
export const I421 = (values: { limit: number }): Problem => ({
  code: 'I421',
  message: `It holds more than ${numberIn(values.limit)} skills, which is more than Plumbline keeps.`,
  advice: "Nothing was changed. Import a part of it, such as one subject.",
  key: 'problem.I421',
  values,
});

/** The document that was fetched is no longer here. */
export const I422: Problem = {
  code: 'I422',
  message: "The document that was fetched is no longer here.",
  advice: "Nothing was changed. Fetch it again: a document waits for a day to be imported.",
  key: 'problem.I422',
};

/** It can no longer be brought back. */
export const I423: Problem = {
  code: 'I423',
  message: "It can no longer be brought back.",
  advice: "What was removed or replaced is kept for a day. Import it again from where it came.",
  key: 'problem.I423',
};

/** The import broke down before it was through. */
export const I428: Problem = {
  code: 'I428',
  message: "The import broke down before it was through.",
  advice: "What was kept before is as it was. Close other tabs to free memory, then try again.",
  key: 'problem.I428',
};

/** Something unexpected went wrong while importing. */
export const I429: Problem = {
  code: 'I429',
  message: "Something unexpected went wrong while importing.",
  advice: "Nothing was changed. Try again; the console of this page shows the details.",
  key: 'problem.I429',
};

/** An entry has no identifier that could stand for it for good, and was left out. */
export const I430: Problem = {
  code: 'I430',
  message: "An entry has no identifier that could stand for it for good, and was left out.",
  key: 'problem.I430',
};

/** An entry has neither a name nor a statement, and was left out. */
export const I431: Problem = {
  code: 'I431',
  message: "An entry has neither a name nor a statement, and was left out.",
  key: 'problem.I431',
};

/** A skill stands below one that is not in the document; it was put at the top. */
export const I432: Problem = {
  code: 'I432',
  message: "A skill stands below one that is not in the document; it was put at the top.",
  key: 'problem.I432',
};

/** An entry is marked by its publisher as not meant for alignment, and was left out. */
export const I433: Problem = {
  code: 'I433',
  message: "An entry is marked by its publisher as not meant for alignment, and was left out.",
  key: 'problem.I433',
};

/** A skill stands below itself; the circle was cut, and the skill put at the top. */
export const I434: Problem = {
  code: 'I434',
  message: "A skill stands below itself; the circle was cut, and the skill put at the top.",
  key: 'problem.I434',
};

/** A skill stands in several places of the tree; it was kept in the first. */
export const I435: Problem = {
  code: 'I435',
  message: "A skill stands in several places of the tree; it was kept in the first.",
  key: 'problem.I435',
};

/** The document’s vocabulary is not known here; its terms were read by their usual names. */
export const I436: Problem = {
  code: 'I436',
  message: "The document’s vocabulary is not known here; its terms were read by their usual names.",
  key: 'problem.I436',
};

/** An identifier is no address; one was made from it that holds on every device. */
export const I437: Problem = {
  code: 'I437',
  message: "An identifier is no address; one was made from it that holds on every device.",
  key: 'problem.I437',
};

/** A list names skills by their addresses only; those were left out. */
export const I438: Problem = {
  code: 'I438',
  message: "A list names skills by their addresses only; those were left out.",
  key: 'problem.I438',
};

/** A row has fewer cells than there are headings; the missing ones were taken as empty. */
export const I440: Problem = {
  code: 'I440',
  message: "A row has fewer cells than there are headings; the missing ones were taken as empty.",
  key: 'problem.I440',
};

/** A row has more cells than there are headings, so that nobody can tell which is which; it was left out. */
export const I441: Problem = {
  code: 'I441',
  message: "A row has more cells than there are headings, so that nobody can tell which is which; it was left out.",
  key: 'problem.I441',
};

/** A row has neither a name nor a statement, and was left out. */
export const I442: Problem = {
  code: 'I442',
  message: "A row has neither a name nor a statement, and was left out.",
  key: 'problem.I442',
};

/** An address of a skill is none; an identifier was made from the skill that holds on every device. */
export const I443: Problem = {
  code: 'I443',
  message: "An address of a skill is none; an identifier was made from the skill that holds on every device.",
  key: 'problem.I443',
};

/** A skill stands below one that is not in the table; it was put at the top. */
export const I444: Problem = {
  code: 'I444',
  message: "A skill stands below one that is not in the table; it was put at the top.",
  key: 'problem.I444',
};

/** A row is about something else than a skill, and was left out. */
export const I445: Problem = {
  code: 'I445',
  message: "A row is about something else than a skill, and was left out.",
  key: 'problem.I445',
};

/** A skill stands below itself; the circle was cut, and the skill put at the top. */
export const I446: Problem = {
  code: 'I446',
  message: "A skill stands below itself; the circle was cut, and the skill put at the top.",
  key: 'problem.I446',
};

/** {host} could not be reached. */
export const I450 = (values: { host: string }): Problem => ({
  code: 'I450',
  message: `${values.host} could not be reached.`,
  advice: "Nothing was changed. Check your connection and the address, then try again.",
  key: 'problem.I450',
  values,
});

/** {host} did not send the whole document in time. */
export const I451 = (values: { host: string }): Problem => ({
  code: 'I451',
  message: `${values.host} did not send the whole document in time.`,
  advice: "Nothing was changed. Try again in a moment, or download the document and choose it as a file.",
  key: 'problem.I451',
  values,
});

/** {host} sends its visitors on to an address that your browser does not tell. */
export const I452 = (values: { host: string }): Problem => ({
  code: 'I452',
  message: `${values.host} sends its visitors on to an address that your browser does not tell.`,
  advice: "Nothing was changed. Open the address in a tab and paste the address at which you arrive.",
  key: 'problem.I452',
  values,
});

/** The document at {host} is larger than {limit, number} MB. */
export const I453 = (values: { host: string; limit: number }): Problem => ({
  code: 'I453',
  message: `The document at ${values.host} is larger than ${numberIn(values.limit)} MB.`,
  advice: "Reading was broken off and nothing was changed. Look for the document in smaller parts.",
  key: 'problem.I453',
  values,
});

/** {host} did not give out the document and answered {status}. */
export const I454 = (values: { host: string; status: string }): Problem => ({
  code: 'I454',
  message: `${values.host} did not give out the document and answered ${values.status}.`,
  advice: "Nothing was changed. Check the address, or try again later.",
  key: 'problem.I454',
  values,
});

/** {host} did not give out the document and answered {status}. */
export const I454Closed = (values: { host: string; status: string }): Problem => ({
  code: 'I454',
  message: `${values.host} did not give out the document and answered ${values.status}.`,
  advice: "Nothing was changed. It asks for a key or a login: download the document and choose it as a file.",
  key: 'problem.I454-closed',
  values,
});

/** Your browser does not let Plumbline speak to {host}. */
export const I455 = (values: { host: string }): Problem => ({
  code: 'I455',
  message: `Your browser does not let Plumbline speak to ${values.host}.`,
  advice: "Nothing was sent. Try again and say yes when the browser asks.",
  key: 'problem.I455',
  values,
});

/** “{file}” is not well-formed XML, or breaks off before its end. */
export const I460 = (values: { file: string }): Problem => ({
  code: 'I460',
  message: `“${values.file}” is not well-formed XML, or breaks off before its end.`,
  advice: "Nothing was added. Download it again, or ask whoever made it for a sound one.",
  key: 'problem.I460',
  values,
});

/** “{file}” defines a document type or entities of its own, which a list of pages never needs. */
export const I461 = (values: { file: string }): Problem => ({
  code: 'I461',
  message: `“${values.file}” defines a document type or entities of its own, which a list of pages never needs.`,
  advice: "Nothing was read of it, since such files can be made to exhaust a computer. Ask whoever made it for one without.",
  key: 'problem.I461',
  values,
});

/** “{file}” is XML, but neither a sitemap nor an answer of OAI-PMH. */
export const I462 = (values: { file: string }): Problem => ({
  code: 'I462',
  message: `“${values.file}” is XML, but neither a sitemap nor an answer of OAI-PMH.`,
  advice: "Nothing was added. Lists are read from addresses, CSV, sitemaps and answers of OAI-PMH’s ListRecords.",
  key: 'problem.I462',
  values,
});

/** The repository answered: {said} */
export const I463 = (values: { said: string }): Problem => ({
  code: 'I463',
  message: `The repository answered: ${values.said}`,
  advice: "Nothing was added by this answer. Check the address, or choose another set of its records.",
  key: 'problem.I463',
  values,
});

/** “{file}” cannot be unpacked, or unpacks to more than {limit, number} MB. */
export const I464 = (values: { file: string; limit: number }): Problem => ({
  code: 'I464',
  message: `“${values.file}” cannot be unpacked, or unpacks to more than ${numberIn(values.limit)} MB.`,
  advice: "Nothing was added. Unpack it yourself, and choose what is inside.",
  key: 'problem.I464',
  values,
});

/** “{file}” has {size, number} MB, and lists of pages are read up to {limit, number} MB. */
export const I465 = (values: { file: string; size: number; limit: number }): Problem => ({
  code: 'I465',
  message: `“${values.file}” has ${numberIn(values.size)} MB, and lists of pages are read up to ${numberIn(values.limit)} MB.`,
  advice: "Nothing was added. Choose it in smaller parts; a sitemap index names such parts.",
  key: 'problem.I465',
  values,
});

/** “{file}” names no page. */
export const I466 = (values: { file: string }): Problem => ({
  code: 'I466',
  message: `“${values.file}” names no page.`,
  advice: "Nothing was added. A page is an address that begins with https:// or http://.",
  key: 'problem.I466',
  values,
});

/** {host} sends its visitors on to {to}. */
export const I467 = (values: { host: string; to: string }): Problem => ({
  code: 'I467',
  message: `${values.host} sends its visitors on to ${values.to}.`,
  advice: "Nothing was taken from there. Paste that address instead: your browser then asks for that site.",
  key: 'problem.I467',
  values,
});

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

/** This file holds no alignments in a form that Plumbline reads. */
export const F500: Problem = {
  code: 'F500',
  message: "This file holds no alignments in a form that Plumbline reads.",
  advice: "Nothing was imported. Plumbline reads its own bundles and the formats that the export lists; skills are imported as frameworks.",
  key: 'problem.F500',
};

/** This bundle breaks off or is damaged. */
export const F501DamagedBundle: Problem = {
  code: 'F501',
  message: "This bundle breaks off or is damaged.",
  advice: "Nothing was imported. Choose another file, or ask for it again.",
  key: 'problem.F501-damaged-bundle',
};

/** This is no bundle of Plumbline. */
export const F501Bundle: Problem = {
  code: 'F501',
  message: "This is no bundle of Plumbline.",
  advice: "Nothing was imported. Choose another file, or ask for it again.",
  key: 'problem.F501-bundle',
};

/** This bundle was written by a newer Plumbline. */
export const F501NewerBundle: Problem = {
  code: 'F501',
  message: "This bundle was written by a newer Plumbline.",
  advice: "Nothing was imported. Update the extension, then read it again.",
  key: 'problem.F501-newer-bundle',
};

/** This file breaks off or is damaged. */
export const F501Damaged: Problem = {
  code: 'F501',
  message: "This file breaks off or is damaged.",
  advice: "Nothing was imported. Choose another file, or ask for it again.",
  key: 'problem.F501-damaged',
};

/** These are no alignments of a CASS, or the file is damaged. */
export const F501Cass: Problem = {
  code: 'F501',
  message: "These are no alignments of a CASS, or the file is damaged.",
  advice: "Nothing was imported. Choose another file, or ask for it again.",
  key: 'problem.F501-cass',
};

/** No learning opportunity, assessment or credential of CTDL stands there. */
export const F501Ctdl: Problem = {
  code: 'F501',
  message: "No learning opportunity, assessment or credential of CTDL stands there.",
  advice: "Nothing was imported. Choose another file, or ask for it again.",
  key: 'problem.F501-ctdl',
};

/** No competencies of CTDL-ASN and no map of alignments stand there. */
export const F501CtdlAsn: Problem = {
  code: 'F501',
  message: "No competencies of CTDL-ASN and no map of alignments stand there.",
  advice: "Nothing was imported. Choose another file, or ask for it again.",
  key: 'problem.F501-ctdl-asn',
};

/** These are no Web Annotations, or the file is damaged. */
export const F501WebAnnotation: Problem = {
  code: 'F501',
  message: "These are no Web Annotations, or the file is damaged.",
  advice: "Nothing was imported. Choose another file, or ask for it again.",
  key: 'problem.F501-web-annotation',
};

/** The quotation marks of this table do not match in row {row, number}. */
export const F501Quotes = (values: { row: number }): Problem => ({
  code: 'F501',
  message: `The quotation marks of this table do not match in row ${numberIn(values.row)}.`,
  advice: "Nothing was imported. Close the cell there, or double the quotation mark that belongs to its text.",
  key: 'problem.F501-quotes',
  values,
});

/** No column of this table holds pages, or none names a skill. */
export const F501Columns: Problem = {
  code: 'F501',
  message: "No column of this table holds pages, or none names a skill.",
  advice: "Nothing was imported. Say what its columns hold.",
  key: 'problem.F501-columns',
};

/** This is no badge of Open Badges 2.0. */
export const F501OpenBadges2: Problem = {
  code: 'F501',
  message: "This is no badge of Open Badges 2.0.",
  advice: "Nothing was imported. Choose another file, or ask for it again.",
  key: 'problem.F501-open-badges-2',
};

/** This is no badge of Open Badges 3.0. */
export const F501OpenBadges3: Problem = {
  code: 'F501',
  message: "This is no badge of Open Badges 3.0.",
  advice: "Nothing was imported. Choose another file, or ask for it again.",
  key: 'problem.F501-open-badges-3',
};

/** This is no Comprehensive Learner Record 2.0. */
export const F501Clr: Problem = {
  code: 'F501',
  message: "This is no Comprehensive Learner Record 2.0.",
  advice: "Nothing was imported. Choose another file, or ask for it again.",
  key: 'problem.F501-clr',
};

/** No Rich Skill Descriptor stands there. */
export const F501Rsd: Problem = {
  code: 'F501',
  message: "No Rich Skill Descriptor stands there.",
  advice: "Nothing was imported. Choose another file, or ask for it again.",
  key: 'problem.F501-rsd',
};

/** No CFPackage of CASE stands there. */
export const F501Case: Problem = {
  code: 'F501',
  message: "No CFPackage of CASE stands there.",
  advice: "Nothing was imported. Choose another file, or ask for it again.",
  key: 'problem.F501-case',
};

/** These are no envelopes of the Learning Registry, or the file is damaged. */
export const F501LearningRegistry: Problem = {
  code: 'F501',
  message: "These are no envelopes of the Learning Registry, or the file is damaged.",
  advice: "Nothing was imported. Choose another file, or ask for it again.",
  key: 'problem.F501-learning-registry',
};

/** This is no LRMI in JSON-LD. */
export const F501Lrmi: Problem = {
  code: 'F501',
  message: "This is no LRMI in JSON-LD.",
  advice: "Nothing was imported. Choose another file, or ask for it again.",
  key: 'problem.F501-lrmi',
};

/** {what, select, page {Something that should be a page is none.} alignment {Something that should be an alignment is none.} skill {Something that should be a skill is none.} other {Something that should be a statement from skill to skill is none.}} */
export const F502Misfit = (values: { what: string }): Problem => ({
  code: 'F502',
  message: `${caseIn(values.what, { page: `Something that should be a page is none.`, alignment: `Something that should be an alignment is none.`, skill: `Something that should be a skill is none.`, other: `Something that should be a statement from skill to skill is none.` })}`,
  advice: "It is left out; the rest can be imported.",
  key: 'problem.F502-misfit',
  values,
});

/** {what, select, page {Something that should be a page is none (at “{place}”).} alignment {Something that should be an alignment is none (at “{place}”).} skill {Something that should be a skill is none (at “{place}”).} other {Something that should be a statement from skill to skill is none (at “{place}”).}} */
export const F502MisfitAt = (values: { what: string; place: string }): Problem => ({
  code: 'F502',
  message: `${caseIn(values.what, { page: `Something that should be a page is none (at “${values.place}”).`, alignment: `Something that should be an alignment is none (at “${values.place}”).`, skill: `Something that should be a skill is none (at “${values.place}”).`, other: `Something that should be a statement from skill to skill is none (at “${values.place}”).` })}`,
  advice: "It is left out; the rest can be imported.",
  key: 'problem.F502-misfit-at',
  values,
});

/** {sentence} */
export const F502Reading = (values: { sentence: Sentence }): Problem => ({
  code: 'F502',
  message: `${values.sentence.message}`,
  advice: "The rest can be imported.",
  key: 'problem.F502-reading',
  values,
});

/** An alignment does not say in a known word whether the page teaches, assesses or requires the skill. */
export const F502UnknownWord = (values: { relation: string }): Problem => ({
  code: 'F502',
  message: "An alignment does not say in a known word whether the page teaches, assesses or requires the skill.",
  advice: `It is taken as “${values.relation}”; you can change that afterwards.`,
  key: 'problem.F502-unknown-word',
  values,
});

/** Open Badges does not say whether a page teaches, assesses or requires a skill. */
export const F502BadgeRelation = (values: { relation: string }): Problem => ({
  code: 'F502',
  message: "Open Badges does not say whether a page teaches, assesses or requires a skill.",
  advice: `It is taken as “${values.relation}”; you can change that afterwards.`,
  key: 'problem.F502-badge-relation',
  values,
});

/** An alignment does not say in which relation page and skill stand. */
export const F502NoRelation: Problem = {
  code: 'F502',
  message: "An alignment does not say in which relation page and skill stand.",
  advice: "It is taken for “teaches”: look at it before you rely on it.",
  key: 'problem.F502-no-relation',
};

/** An annotation does not say in which relation page and skill stand. */
export const F502AnnotationRelation: Problem = {
  code: 'F502',
  message: "An annotation does not say in which relation page and skill stand.",
  advice: "It is taken for “teaches”: look at it before you rely on it.",
  key: 'problem.F502-annotation-relation',
};

/** An alignment has a relation that is not known here. */
export const F502UnknownRelation: Problem = {
  code: 'F502',
  message: "An alignment has a relation that is not known here.",
  advice: "It is left out; the rest can be imported.",
  key: 'problem.F502-unknown-relation',
};

/** A row has a relation that is not known here. */
export const F502RowRelation: Problem = {
  code: 'F502',
  message: "A row has a relation that is not known here.",
  advice: "It is left out; the rest can be imported.",
  key: 'problem.F502-row-relation',
};

/** A relation between skills is of no kind that is known here. */
export const F502SkillRelation: Problem = {
  code: 'F502',
  message: "A relation between skills is of no kind that is known here.",
  advice: "It is left out; the rest can be imported.",
  key: 'problem.F502-skill-relation',
};

/** An alignment names no skill. */
export const F502NoSkill: Problem = {
  code: 'F502',
  message: "An alignment names no skill.",
  advice: "It is left out; the rest can be imported.",
  key: 'problem.F502-no-skill',
};

/** A skill has no address or urn of its own. */
export const F502MadeIdentifier: Problem = {
  code: 'F502',
  message: "A skill has no address or urn of its own.",
  advice: "One is made of its name and statement, so that it stays the same skill.",
  key: 'problem.F502-made-identifier',
};

/** An alignment names a skill without an address. */
export const F502NamelessSkill: Problem = {
  code: 'F502',
  message: "An alignment names a skill without an address.",
  advice: "It is left out; the rest can be imported.",
  key: 'problem.F502-nameless-skill',
};

/** An alignment names no address of a skill, or no relation that is known. */
export const F502Nameless: Problem = {
  code: 'F502',
  message: "An alignment names no address of a skill, or no relation that is known.",
  advice: "It is left out; the rest can be imported.",
  key: 'problem.F502-nameless',
};

/** A work of CASS is about no web page. */
export const F502Work: Problem = {
  code: 'F502',
  message: "A work of CASS is about no web page.",
  advice: "It is left out; the rest can be imported.",
  key: 'problem.F502-work',
};

/** Something that could be aligned has no web address. */
export const F502NoAddress: Problem = {
  code: 'F502',
  message: "Something that could be aligned has no web address.",
  advice: "It is left out; the rest can be imported.",
  key: 'problem.F502-no-address',
};

/** A learning resource has no web address. */
export const F502Resource: Problem = {
  code: 'F502',
  message: "A learning resource has no web address.",
  advice: "Its alignments are left out.",
  key: 'problem.F502-resource',
};

/** A badge names no web page that it stands for. */
export const F502BadgePage: Problem = {
  code: 'F502',
  message: "A badge names no web page that it stands for.",
  advice: "Its alignments are left out.",
  key: 'problem.F502-badge-page',
};

/** An assertion names its badge only by an address. */
export const F502BadgeAddress: Problem = {
  code: 'F502',
  message: "An assertion names its badge only by an address.",
  advice: "The alignments stand in the badge class at that address: save it as a file and import that.",
  key: 'problem.F502-badge-address',
};

/** An annotation aligns no page to a skill. */
export const F502Annotation: Problem = {
  code: 'F502',
  message: "An annotation aligns no page to a skill.",
  advice: "It is left out; the rest can be imported.",
  key: 'problem.F502-annotation',
};

/** An association names no skill, or neither a page nor another skill. */
export const F502Association: Problem = {
  code: 'F502',
  message: "An association names no skill, or neither a page nor another skill.",
  advice: "It is left out; the rest can be imported.",
  key: 'problem.F502-association',
};

/** An association of achievements says nothing of two skills. */
export const F502Achievements: Problem = {
  code: 'F502',
  message: "An association of achievements says nothing of two skills.",
  advice: "It is left out; the rest can be imported.",
  key: 'problem.F502-achievements',
};

/** An envelope holds something else than JSON. */
export const F502Envelope: Problem = {
  code: 'F502',
  message: "An envelope holds something else than JSON.",
  advice: "It is left out; the rest can be imported.",
  key: 'problem.F502-envelope',
};

/** An envelope is about no web page. */
export const F502EnvelopePage: Problem = {
  code: 'F502',
  message: "An envelope is about no web page.",
  advice: "It is left out; the rest can be imported.",
  key: 'problem.F502-envelope-page',
};

/** A row is about no web page. */
export const F502RowPage: Problem = {
  code: 'F502',
  message: "A row is about no web page.",
  advice: "It is left out; the rest can be imported.",
  key: 'problem.F502-row-page',
};

/** Some alignments are about no web page, or about a skill without an address or a urn. */
export const F503: Problem = {
  code: 'F503',
  message: "Some alignments are about no web page, or about a skill without an address or a urn.",
  advice: "They are left out; the rest can be imported.",
  key: 'problem.F503',
};

/** {file} is larger than {limit, number} MB. */
export const F504 = (values: { file: string; limit: number }): Problem => ({
  code: 'F504',
  message: `${values.file} is larger than ${numberIn(values.limit)} MB.`,
  advice: "Nothing was imported. Export it in parts where it comes from, and import them one by one.",
  key: 'problem.F504',
  values,
});

/** {file} cannot be read as text. */
export const F505 = (values: { file: string }): Problem => ({
  code: 'F505',
  message: `${values.file} cannot be read as text.`,
  advice: "Nothing was imported. Save it as UTF-8, or export it anew where it comes from.",
  key: 'problem.F505',
  values,
});

/** This file is no backup of Plumbline. */
export const B700: Problem = {
  code: 'B700',
  message: "This file is no backup of Plumbline.",
  advice: "Nothing was changed. Files of alignments are imported under “Your alignments”.",
  key: 'problem.B700',
};

/** This backup was made by a newer Plumbline. */
export const B701: Problem = {
  code: 'B701',
  message: "This backup was made by a newer Plumbline.",
  advice: "Nothing was changed. Update the extension, then restore it again.",
  key: 'problem.B701',
};

/** This backup is cut short or damaged. */
export const B702: Problem = {
  code: 'B702',
  message: "This backup is cut short or damaged.",
  advice: "Nothing was changed. Download or copy it again; an automatic backup or an older file may be whole.",
  key: 'problem.B702',
};

/** This backup is not as it was written: something in it was changed or damaged. */
export const B703: Problem = {
  code: 'B703',
  message: "This backup is not as it was written: something in it was changed or damaged.",
  advice: "Nothing was changed here. An automatic backup or an older file may be whole.",
  key: 'problem.B703',
};

/** {count, plural, one {# record} other {# records}} of this backup cannot be read. */
export const B704 = (values: { count: number }): Problem => ({
  code: 'B704',
  message: `${countIn(values.count, { one: `${numberIn(values.count)} record`, other: `${numberIn(values.count)} records` })} of this backup cannot be read.`,
  advice: "Nothing was changed: a backup is restored whole or not at all.",
  key: 'problem.B704',
  values,
});

/** {count, plural, one {# record stands} other {# records stand}} in this backup more than once. */
export const B705 = (values: { count: number }): Problem => ({
  code: 'B705',
  message: `${countIn(values.count, { one: `${numberIn(values.count)} record stands`, other: `${numberIn(values.count)} records stand` })} in this backup more than once.`,
  advice: "Nothing was changed: nobody can tell which one counts.",
  key: 'problem.B705',
  values,
});

/** This file is larger than a backup that Plumbline reads. */
export const B706: Problem = {
  code: 'B706',
  message: "This file is larger than a backup that Plumbline reads.",
  advice: "Nothing was changed.",
  key: 'problem.B706',
};

/** Something was changed in another window while the backup was being restored. */
export const B707: Problem = {
  code: 'B707',
  message: "Something was changed in another window while the backup was being restored.",
  advice: "Nothing was restored. Restore it again: it is compared anew then.",
  key: 'problem.B707',
};

/** This restore would remove or overwrite {count, plural, one {# record} other {# records}}, and that was not confirmed. */
export const B708 = (values: { count: number }): Problem => ({
  code: 'B708',
  message: `This restore would remove or overwrite ${countIn(values.count, { one: `${numberIn(values.count)} record`, other: `${numberIn(values.count)} records` })}, and that was not confirmed.`,
  advice: "Nothing was restored. Look at what it would change, and type the number asked for.",
  key: 'problem.B708',
  values,
});

/** This automatic backup is no longer here. */
export const B709: Problem = {
  code: 'B709',
  message: "This automatic backup is no longer here.",
  advice: "Newer ones took its place. Choose another one.",
  key: 'problem.B709',
};

/** Something unexpected went wrong inside Plumbline. */
export const M600: Problem = {
  code: 'M600',
  message: "Something unexpected went wrong inside Plumbline.",
  advice: "What was saved before is safe. Try again; the browser’s extension page shows the details.",
  key: 'problem.M600',
};

/** Plumbline’s background did not answer. */
export const M601: Problem = {
  code: 'M601',
  message: "Plumbline’s background did not answer.",
  advice: "Your draft is kept in this window. Try again; if it stays silent, close this window and open it anew.",
  key: 'problem.M601',
};

/** Plumbline asked itself something it does not understand. */
export const M602: Problem = {
  code: 'M602',
  message: "Plumbline asked itself something it does not understand.",
  advice: "Nothing was changed.",
  key: 'problem.M602',
};

/** This window ran into something unexpected. */
export const M603: Problem = {
  code: 'M603',
  message: "This window ran into something unexpected.",
  advice: "What was saved is safe. Close the window and open it again.",
  key: 'problem.M603',
};

/** This window ran into something unexpected ({error}). */
export const M603Named = (values: { error: string }): Problem => ({
  code: 'M603',
  message: `This window ran into something unexpected (${values.error}).`,
  advice: "What was saved is safe. Close the window and open it again.",
  key: 'problem.M603-named',
  values,
});

/** The browser did not let Plumbline copy. */
export const M604Key: Problem = {
  code: 'M604',
  message: "The browser did not let Plumbline copy.",
  advice: "Select the text of the key and copy it.",
  key: 'problem.M604-key',
};

/** The browser did not let Plumbline copy. */
export const M604Export: Problem = {
  code: 'M604',
  message: "The browser did not let Plumbline copy.",
  advice: "Select the text of the preview and copy it, or download it.",
  key: 'problem.M604-export',
};

/** {sentence} It said: “{said}” */
export const withQuote = (values: { sentence: Sentence; said: string }): Omit<Problem, 'code'> => ({
  message: `${values.sentence.message} It said: “${values.said}”`,
  key: 'problem.with-quote',
  values,
});

/** {sentence} Line {lines}. */
export const withLines = (values: { sentence: Sentence; lines: string }): Omit<Problem, 'code'> => ({
  message: `${values.sentence.message} Line ${values.lines}.`,
  key: 'problem.with-lines',
  values,
});

/** {sentence} Line {lines} and more. */
export const withLinesAndMore = (values: { sentence: Sentence; lines: string }): Omit<Problem, 'code'> => ({
  message: `${values.sentence.message} Line ${values.lines} and more.`,
  key: 'problem.with-lines-and-more',
  values,
});
