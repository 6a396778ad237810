import { titleOf, winning } from '../domain/learning-resource.ts';
import { sentenceOf } from '../domain/skill.ts';
import { linksOf } from './identifier.ts';
import type { ReportHand } from './report.ts';
import { dayOf, fitWords, relationWords } from './report-words.ts';

const style =
  'body{font:1rem/1.5 system-ui,sans-serif;color:#1a1a1a;max-width:46rem;margin:2rem auto;padding:0 1rem}' +
  'h1{font-size:1.6rem}h2{font-size:1.25rem;margin:2.5rem 0 .25rem;border-top:1px solid #999;padding-top:1rem}' +
  'h3{font-size:1rem;margin:1.25rem 0 .25rem}p{margin:.25rem 0;overflow-wrap:anywhere}a{color:#0b4f8a}' +
  '.small{font-size:.875rem;color:#555}blockquote{margin:.5rem 0;padding-left:.75rem;border-left:3px solid #999}' +
  '@media print{body{margin:0;max-width:none;font-size:10.5pt}article{break-inside:avoid}h2,h3{break-after:avoid}' +
  'a{color:inherit}}';

/** A complete HTML document (WHATWG HTML): no script, nothing loaded, links to http(s) alone, every text escaped. */
export const htmlHand: ReportHand = {
  mediaType: 'text/html;charset=utf-8',
  extension: '.html',
  begin({ made, author }) {
    const by = author?.name ? `, by ${escaped(author.name)}` : '';
    return (
      '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n' +
      '<meta name="viewport" content="width=device-width,initial-scale=1">\n<title>Alignment report</title>\n' +
      `<style>${style}</style>\n</head>\n<body>\n<h1>Alignment report</h1>\n` +
      `<p class="small">Made on ${dayOf(made)}${by}.</p>\n<main>\n`
    );
  },
  page(resource) {
    const authors = winning(resource.fields, 'author').map(({ value, uri }) => linked(value, uri));
    const by = authors.length > 0 ? `<p class="small">By ${authors.join(', ')}</p>\n` : '';
    const address = `<p class="small">${linked(resource.address, resource.address)}</p>\n`;
    return `<section>\n<h2>${escaped(titleOf(resource))}</h2>\n${address}${by}`;
  },
  alignment({ relation, fit, skill, evidence, note, created }) {
    const { framework, source } = skill;
    const sentence = sentenceOf(skill);
    const name = linked(skill.name || skill.uri, skill.uri);
    const origin = [
      skill.code && escaped(skill.code),
      framework && linked(framework.name || (linksOf(framework.uri).iri ?? ''), framework.uri),
      source.name && `from ${escaped(source.name)}`,
      `aligned on ${dayOf(created)}`,
    ].filter(Boolean);
    const quote = evidence && `<blockquote>${linked(`“${evidence.quote.exact}”`, evidence.address)}</blockquote>\n`;
    return (
      `<article>\n<h3>${relationWords[relation]}: ${name}</h3>\n` +
      (sentence && sentence !== skill.name ? `<p>${escaped(sentence)}</p>\n` : '') +
      `<p class="small">Fit: ${fitWords[fit]} · ${origin.join(' · ')}</p>\n` +
      (quote ?? '') +
      (note ? `<p>Note: ${escaped(note)}</p>\n` : '') +
      '</article>\n'
    );
  },
  endOfPage: () => '</section>\n',
  end(credits) {
    const items = credits.map(({ what, license }) => `<li>${escaped(what)}: ${linked(license, license)}</li>\n`);
    const list = items.length > 0 ? `<section>\n<h2>Licences</h2>\n<ul>\n${items.join('')}</ul>\n</section>\n` : '';
    return `${list}</main>\n</body>\n</html>\n`;
  },
};

/** A text as a link where its address may be opened, else the text alone. */
function linked(text: string, address: string | undefined): string {
  const url = linksOf(address).url;
  return url === undefined ? escaped(text) : `<a href="${escaped(url)}">${escaped(text)}</a>`;
}

/** A text that HTML takes for text wherever it stands; characters that no document may hold become U+FFFD. */
function escaped(text: string): string {
  const marks: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text
    .replace(/\p{Cs}|[^\P{Cc}\t\n\r]/gu, '\ufffd')
    .replace(/\r\n?/g, '\n')
    .replace(/[&<>"']/g, (mark) => marks[mark] ?? mark);
}
