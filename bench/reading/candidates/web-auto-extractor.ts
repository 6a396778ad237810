import extractor from 'web-auto-extractor';
import { type Candidate, markupOf } from './candidate.ts';

/** https://www.npmjs.com/package/web-auto-extractor: all syntaxes, from text. */
export const webAutoExtractor: Candidate = {
  read(document) {
    const { jsonld, metatags, microdata, rdfa } = extractor.default().parse(markupOf(document));
    return [jsonld, metatags, microdata, rdfa].flatMap((one) => Object.keys(one)).length;
  },
};
