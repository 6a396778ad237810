import type { Bundle } from '../domain/bundle.ts';
import type { AlignmentFormat, WriteOptions, Written } from './format.ts';
import { type LossTally, tallyLosses } from './losses.ts';
import { lrmi } from './lrmi.ts';
import { microdata, rdfa } from './lrmi-markup.ts';
import { learningResources, lrmiLosses } from './lrmi-statements.ts';

/**
 * LRMI as a piece of HTML to be put into the page itself: the same statements as `lrmi` in a JSON-LD script (the default), in
 * microdata (WHATWG HTML, section 5) or in RDFa 1.1 (https://www.w3.org/TR/html-rdfa/). It shows nothing: all values stand in
 * `meta` and `link` elements, so that the page looks as before. Never read: HTML takes a document, which formats have none of.
 */
export const lrmiHtml: AlignmentFormat = {
  id: 'lrmi-html',
  write(bundle, options = {}) {
    const { syntax = 'json-ld' } = options;
    if (syntax === 'json-ld') return inScript(lrmi.write(bundle, options));
    const tally = tallyLosses(lrmiLosses);
    return {
      chunks: elements(bundle, options, tally),
      ...html,
      get losses() {
        return tally.list();
      },
    };
  },
};

const html = { mediaType: 'text/html', extension: '.html' };

/** JSON of ours has no `<`, so that nothing in it can end the script (WHATWG HTML, section 4.12.1.3). */
function inScript(written: Written): Written {
  async function* script() {
    yield '<script type="application/ld+json">\n';
    yield* written.chunks;
    yield '\n</script>\n';
  }
  return {
    chunks: script(),
    ...html,
    get losses() {
      return written.losses;
    },
  };
}

async function* elements(
  bundle: Bundle,
  options: WriteOptions,
  tally: LossTally<keyof typeof lrmiLosses>,
): AsyncGenerator<string> {
  const write = options.syntax === 'rdfa' ? rdfa : microdata;
  for await (const node of learningResources(bundle, options, tally)) yield write(node, options.indent);
}
