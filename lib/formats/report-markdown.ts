import { titleOf, winning } from '../domain/learning-resource.ts';
import { sentenceOf } from '../domain/skill.ts';
import { linksOf } from './identifier.ts';
import type { ReportHand } from './report.ts';
import { dayOf, fitWords, relationWords } from './report-words.ts';

/** Markdown (CommonMark 0.31): every mark in a text stands behind a backslash, so that it is read as text. */
export const markdownHand: ReportHand = {
  mediaType: 'text/markdown;charset=utf-8',
  extension: '.md',
  begin({ made, author }) {
    return `# Alignment report\n\nMade on ${dayOf(made)}${author?.name ? `, by ${plain(author.name)}` : ''}.\n`;
  },
  page(resource) {
    const authors = winning(resource.fields, 'author').map(({ value, uri }) => linked(value, uri));
    const by = authors.length > 0 ? `\n\nBy ${authors.join(', ')}` : '';
    return `\n## ${plain(titleOf(resource))}\n\n${linked(resource.address, resource.address)}${by}\n`;
  },
  alignment({ relation, fit, skill, evidence, note, created }) {
    const { framework, source } = skill;
    const sentence = sentenceOf(skill);
    const origin = [
      skill.code && plain(skill.code),
      framework && linked(framework.name || (linksOf(framework.uri).iri ?? ''), framework.uri),
      source.name && `from ${plain(source.name)}`,
      `aligned on ${dayOf(created)}`,
    ].filter(Boolean);
    return (
      `\n### ${relationWords[relation]}: ${linked(skill.name || skill.uri, skill.uri)}\n` +
      (sentence && sentence !== skill.name ? `\n${plain(sentence)}\n` : '') +
      `\nFit: ${fitWords[fit]} · ${origin.join(' · ')}\n` +
      (evidence ? `\n> ${linked(`“${evidence.quote.exact}”`, evidence.address)}\n` : '') +
      (note ? `\nNote: ${plain(note)}\n` : '')
    );
  },
  endOfPage: () => '',
  end(credits) {
    const items = credits.map(({ what, license }) => `- ${plain(what)}: ${linked(license, license)}\n`);
    return items.length > 0 ? `\n## Licences\n\n${items.join('')}` : '';
  },
};

/** A text as a link where its address may be opened, else the text alone. */
function linked(text: string, address: string | undefined): string {
  const url = linksOf(address).url;
  return url === undefined ? plain(text) : `[${plain(text)}](<${url}>)`;
}

/** A text on one line in which nothing is a mark: what could be one is escaped (CommonMark, section 2.4). */
function plain(text: string): string {
  return text
    .replace(/\p{Cs}|[^\P{Cc}\t\n\r]/gu, '\ufffd')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#+\-|~!&$^@]/g, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}
