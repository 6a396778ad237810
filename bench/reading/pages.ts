/** Elements of one block of the large page: an item in an item, every third time the same in RDFa, and prose. */
const fillers = 280;

/** Blocks of the page of 4 MB. */
const largeBlocks = 300;

const jsonLd = (index: number) =>
  `<script type="application/ld+json">{"@context":"https://schema.org","@type":"Course","name":"Course ${index}",` +
  `"description":"${'What the course is about, in many words. '.repeat(8)}"}</script>\n`;

/** No language: the microdata parser that triples are compared with heeds only one on the property itself. */
const head =
  '<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>Courses</title>' +
  '<meta name="description" content="Courses of all kinds"><meta property="og:title" content="Courses">' +
  '<link rel="canonical" href="http://lessons.example/courses">\n';

const microdata = (index: number) =>
  `<div itemscope itemtype="https://schema.org/Course"><h2 itemprop="name">Course ${index}</h2>` +
  `<p itemprop="description">What course ${index} is about</p><a itemprop="url" href="/courses/${index}">more</a>` +
  `<div itemprop="provider" itemscope itemtype="https://schema.org/Organization">` +
  `<span itemprop="name">School ${index}</span></div></div>\n`;

const rdfa = (index: number) =>
  `<div vocab="https://schema.org/" typeof="Course"><h2 property="name">Course ${index}</h2>` +
  `<a property="url" href="/courses/${index}">more</a><div property="provider" typeof="Organization">` +
  `<span property="name">School ${index}</span></div></div>\n`;

/** Prose as pages have it: of ten elements three with a class, one a link. */
function prose(block: number): string {
  const inline = [
    () => '<i>some words of the text and then more of them</i> ',
    (at: number) => `<a href="/pages/${block}/${at}" class="link">a link to page ${at}</a> `,
    () => '<b>bold words that say what matters here</b> ',
    (at: number) => `<span class="note n${at % 7}">a note of several words</span> `,
    () => '<em>words with stress on all of them</em> ',
  ];
  let html = '<section class="prose">';
  for (let at = 0; at < fillers; at += 10) {
    html += `<p class="text">Paragraph ${at} of block ${block} begins. `;
    for (let one = 1; one < 10; one++) html += inline[one % inline.length]?.(at + one);
    html += '</p>\n';
  }
  return `${html}</section>\n`;
}

/** The page of 4 MB: 86,000 elements, 20 blocks of JSON-LD, 600 items in microdata, 100 (with as many inside) in RDFa. */
export function largePage(): string {
  return [...pageOf(largeBlocks)].join('');
}

/** A page of the same mixture with about so many elements, in pieces. */
export function* pageOfElements(elements: number): Iterable<string> {
  yield* pageOf(Math.round((largeBlocks * elements) / 86_600));
}

function* pageOf(blocks: number): Iterable<string> {
  yield head;
  for (let index = 0; index < blocks / 15; index++) yield jsonLd(index);
  yield '</head><body>\n';
  for (let index = 0; index < blocks; index++) {
    yield microdata(index) + (index % 3 ? '' : rdfa(index)) + prose(index);
  }
  yield '</body></html>\n';
}

/** A lesson's page of 15 kB: 300 elements, one thing in each syntax. */
export function smallPage(): string {
  return `${head}${jsonLd(0)}</head><body>\n${microdata(0)}${rdfa(0)}${prose(0)}</body></html>\n`;
}
