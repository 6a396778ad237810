import type { Duplex } from 'node:stream';
import { MicrodataRdfParser } from 'microdata-rdf-streaming-parser';
import type { Quad } from 'n3';
import { RdfaParser } from 'rdfa-streaming-parser';
import type { PageReading } from '../../lib/domain/page-reading.ts';
import { quadsOf, sameGraph, show, withPlainDouble } from '../../test/readers/suites.ts';

/** How a page's triples compare in one syntax. */
export type Comparison = { syntax: 'microdata' | 'rdfa'; ours: number; theirs: number; same: boolean };

/** Compares what we read in a page with what the RDF parsers read in its text, blank nodes aside. */
export async function compareTriples(reading: PageReading, html: string, url: string): Promise<Comparison[]> {
  const parsers = {
    microdata: new MicrodataRdfParser({ baseIRI: url }),
    rdfa: new RdfaParser({ baseIRI: url, profile: 'html' }),
  };
  return Promise.all(
    (['microdata', 'rdfa'] as const).map(async (syntax) => {
      const expanded = reading.documents.flatMap((one) => (one.syntax === syntax ? (one.expanded ?? []) : []));
      const ours = await quadsOf(expanded);
      const theirs = withoutTwins(await quadsBy(parsers[syntax], html));
      return { syntax, ours: ours.length, theirs: theirs.length, same: sameGraph(ours, theirs) };
    }),
  );
}

/** A graph is a set, yet the parsers repeat what a page repeats. */
function withoutTwins(quads: readonly Quad[]): Quad[] {
  return [...new Map(quads.map((quad) => [show([quad]), quad])).values()];
}

function quadsBy(parser: MicrodataRdfParser | RdfaParser, html: string): Promise<Quad[]> {
  const stream = parser as unknown as Duplex;
  return new Promise((resolve, reject) => {
    const quads: Quad[] = [];
    stream.on('data', (quad: Quad) => quads.push(withPlainDouble(quad)));
    stream.on('error', reject);
    stream.on('end', () => resolve(quads));
    stream.end(html);
  });
}
