import { asObject, type Incoming, json, parse, type Reply } from './reply.ts';

type Node = Record<string, unknown>;

/** Pages that were published, as the registry keeps them, by their CTIDs. */
export type Published = Map<string, Node>;

const ctid = /^ce-[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const door = /^\/assistant\/learningopportunity\/(format|publish|delete)$/;

/**
 * The assistant's side of publishing: looks at a learning opportunity, stores it, deletes it. It says no with status 200
 * (RA.Models, RegistryAssistantResponse). Undefined where the path is another.
 */
export function publishing(url: string, published: Published, incoming: Incoming): Reply | undefined {
  const [, act] = door.exec(incoming.path) ?? [];
  if (!act) return undefined;
  if (incoming.method !== (act === 'delete' ? 'DELETE' : 'POST')) return json({ Message: 'Not supported' }, 405);
  const asked = asObject(parse(incoming.body.toString('utf8'))) ?? {};
  if (!/^ApiToken \S+$/.test(incoming.headers.authorization ?? ''))
    return answer(['Error: a valid API key must be provided.'], '');
  const organisation = String(asked.PublishForOrganizationIdentifier ?? '');
  if (!ctid.test(organisation))
    return answer(['Error - please provide a valid CTID for PublishForOrganizationIdentifier.'], '');
  if (act === 'delete') {
    const gone = published.delete(String(asked.CTID));
    return answer(gone ? [] : ['The document was not found.'], String(asked.CTID));
  }
  const given = asObject(asked.LearningOpportunity);
  if (!given) return answer(['Error - please provide a valid Learning Opportunity request.'], '');
  const faults = faultsOf(given, String(asked.DefaultLanguage));
  if (faults.length === 0 && act === 'publish') published.set(String(given.CTID), stored(url, given, asked));
  return answer(faults, String(given.CTID));
}

function answer(messages: string[], id: string): Reply {
  return json({ Successful: messages.length === 0, WasChanged: messages.length === 0, Messages: messages, CTID: id });
}

/** What the assistant checks first: names, addresses and languages. Pages that speak of “refuse me” displease it. */
function faultsOf(given: Node, language: string): string[] {
  const has = (member: string) =>
    Boolean(given[member]) || Object.keys(asObject(given[`${member}_Map`]) ?? {}).length > 0;
  const faults = ['Name', 'Description', 'SubjectWebpage', 'OfferedBy', 'AvailableOnlineAt']
    .filter((member) => !has(member))
    .map((member) => `Error - A ${member} is required.`);
  if (!ctid.test(String(given.CTID))) faults.push('Error - A CTID is required.');
  if (!/^[a-z]{2,3}(-[a-z\d]+)*$/i.test(language)) faults.push('Error - The default language is not valid.');
  if (JSON.stringify(given).includes('"und"')) faults.push('Error - The language code und is not valid.');
  if (JSON.stringify([given.Name, given.Name_Map]).includes('refuse me')) faults.push('Error - The name is a test.');
  return faults;
}

/** A request as the registry keeps it: CTDL, each text under a language. */
function stored(url: string, given: Node, { DefaultLanguage: language, PublishForOrganizationIdentifier }: Node): Node {
  return {
    '@context': 'https://credreg.net/ctdl/schema/context/json',
    '@id': `${url}/resources/${given.CTID}`,
    '@type': 'ceterms:LearningOpportunityProfile',
    'ceterms:ctid': given.CTID,
    ...inCtdl(given, String(language)),
    'ceterms:offeredBy': [`${url}/resources/${PublishForOrganizationIdentifier}`],
  };
}

const texts = new Set(['Name', 'Description', 'TargetNodeName', 'TargetNodeDescription', 'FrameworkName', 'Keyword']);

function inCtdl(given: Node, language: string): Node {
  const { Type: _type, CTID: _ctid, OfferedBy: _by, ...members } = given;
  return Object.fromEntries(
    Object.entries(members).map(([member, value]) => {
      const name = member.replace(/_Map$/, '');
      const term = `ceterms:${name.charAt(0).toLowerCase()}${name.slice(1)}`;
      if (texts.has(member)) return [term, { [language]: value }];
      return [
        term,
        Array.isArray(value) ? value.map((one) => (asObject(one) ? inCtdl(one as Node, language) : one)) : value,
      ];
    }),
  );
}
