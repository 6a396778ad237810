import { MicrodataRdfParser } from 'microdata-rdf-streaming-parser';
import { RdfaParser } from 'rdfa-streaming-parser';
import { type Candidate, markupOf } from './candidate.ts';

/** microdata-rdf-streaming-parser and rdfa-streaming-parser, which share the work: microdata and RDFa, from text. */
export const rdfParsers: Candidate = {
  async read(document) {
    const html = markupOf(document);
    const baseIRI = document.baseURI;
    return (
      (await countQuads(new MicrodataRdfParser({ baseIRI }), html)) +
      (await countQuads(new RdfaParser({ baseIRI, profile: 'html' }), html))
    );
  },
};

function countQuads(parser: MicrodataRdfParser | RdfaParser, html: string): Promise<number> {
  const stream = parser as unknown as import('node:stream').Duplex;
  return new Promise((resolve, reject) => {
    let count = 0;
    stream.on('data', () => count++);
    stream.on('error', reject);
    stream.on('end', () => resolve(count));
    stream.end(html);
  });
}
