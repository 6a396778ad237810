import { relationOf } from '../domain/alignment-type.ts';
import { shortId } from '../domain/cass-work.ts';
import type { FoundAlignment } from '../domain/found-alignment.ts';
import type { Connection } from './adapter.ts';
import { workQuery } from './cass-query.ts';
import { find } from './cass-request.ts';
import { isOwnedBy, ownersOf, StandingStatement } from './cass-statement.ts';
import { localised } from './localised.ts';
import { readable } from './rows.ts';

/** The most alignments of a page that are looked at. */
const mostFound = 200;

/** The alignments of a page that a repository shows us, whoever's they are: CreativeWorks of its address. */
export async function cassAlignments(
  connection: Connection,
  address: string,
  signal: AbortSignal,
): Promise<FoundAlignment[]> {
  const asked = { q: workQuery(address), size: mostFound, indexHint: '*creativework' };
  const { read } = readable(connection, await find(connection, asked, signal), StandingStatement);
  // Elasticsearch compares the words of an address, so another page with the same words is found, too.
  return read.filter(({ url }) => localised(url)?.text === address).flatMap((work) => alignmentsIn(connection, work));
}

function alignmentsIn({ signingKey }: Connection, work: StandingStatement): FoundAlignment[] {
  const own = signingKey !== undefined && isOwnedBy(work, signingKey.publicKeyPem);
  const [owner] = ownersOf(work);
  const at = writtenAt(work['@id']);
  return [work.educationalAlignment ?? []].flat().flatMap((alignment) => {
    const word = (value: unknown) => localised(value)?.text;
    const uri = word(alignment.targetUrl);
    if (!uri) return [];
    const said = word(alignment.alignmentType);
    const relation = relationOf(said);
    const [name, statement] = [word(alignment.targetName), word(alignment.targetDescription)];
    return {
      uri: shortId(work['@id']),
      ...(relation ? { relation } : said && { said }),
      skill: { uri: shortId(uri), ...(name && { name }), ...(statement && { statement }) },
      ...(owner && { by: keyEnd(owner) }),
      own,
      ...(at && { at }),
    };
  });
}

/** A version is the time of its writing, in milliseconds since the epoch. */
function writtenAt(id: string): string | undefined {
  const date = new Date(Number(/\/(\d{12,15})$/.exec(id)?.[1]));
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

/** The last letters of a public key, by which a person tells it from another: its beginning is that of every key. */
function keyEnd(pem: string): string {
  const letters = pem.replace(/-----[^-]+-----|\s/g, '').replace(/(IDAQAB)?=*$/, '');
  return `key …${letters.slice(-8)}`;
}
