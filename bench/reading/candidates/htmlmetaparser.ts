import { Handler } from 'htmlmetaparser';
import { Parser } from 'htmlparser2';
import { type Candidate, markupOf } from './candidate.ts';

/** https://www.npmjs.com/package/htmlmetaparser: all syntaxes, from text. */
export const htmlmetaparser: Candidate = {
  read(document) {
    let found = 0;
    const handler = new Handler(
      (error, { jsonld, microdata, rdfa }) => {
        if (error) throw error;
        found = [jsonld, microdata, rdfa].flat().filter(Boolean).length;
      },
      { url: document.baseURI },
    );
    const parser = new Parser(handler, { decodeEntities: true });
    parser.write(markupOf(document));
    parser.end();
    return found;
  },
};
