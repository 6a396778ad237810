// A bare word is a vocabulary of https://www.w3.org/ns/; `~` stands for W3C's host, `^` for purl.org.
const prefixText =
  'as activitystreams,cat dcat,cc creativecommons.org/ns#,cnt ~2008/content#,csvw,ctag commontag.org/ns#,dc ^dc/terms/,dc11 ^dc/elements/1.1/,dcat,dcterms ^dc/terms/,dqv,duv,earl,foaf xmlns.com/foaf/0.1/,gldp people,gr ^goodrelations/v1#,grddl ~2003/g/data-view#,ht ~2006/http#,ical ~2002/12/cal/icaltzd#,ldp,ma ma-ont,oa,odrl ~ns/odrl/2/,og ogp.me/ns#,org,owl ~2002/07/owl#,prov,ptr ~2009/pointers#,qb ^linked-data/cube#,rdf ~1999/02/22-rdf-syntax-ns#,rdfa,rdfs ~2000/01/rdf-schema#,rev ^stuff/rev#,rif ~2007/rif#,rr r2rml,schema schema.org/,sd sparql-service-description,sioc rdfs.org/sioc/ns#,skos ~2004/02/skos/core#,skosxl ~2008/05/skos-xl#,sosa ~ns/sosa/,ssn ~ns/ssn/,time ~2006/time#,v rdf.data-vocabulary.org/#,vcard ~2006/vcard/ns#,void rdfs.org/ns/void#,wdr ~2007/05/powder#,wdrs ~2007/05/powder-s#,xhv ~1999/xhtml/vocab#,xml ~XML/1998/namespace,xsd ~2001/XMLSchema#';

/** Prefixes that every page may use undeclared (https://www.w3.org/2011/rdfa-context/rdfa-1.1). */
export const initialPrefixes: ReadonlyMap<string, string> = new Map(
  prefixText.split(',').map((row) => {
    const [prefix = '', address = prefix] = row.split(' ');
    const whole = /[/#]/.test(address) ? address : `~ns/${address}#`;
    const scheme = /^(as|duv)$/.test(prefix) ? 'https' : 'http';
    return [prefix, `${scheme}://${whole.replace('~', 'www.w3.org/').replace('^', 'purl.org/')}`];
  }),
);

/** A namespace of the initial context by its prefix. Empty for an unknown prefix. */
export function namespaceOf(prefix: string): string {
  return initialPrefixes.get(prefix) ?? '';
}

/** The RDF vocabulary. */
export const rdf = namespaceOf('rdf');

/** The predicate that gives a node its class; `@type` in JSON-LD. */
export const rdfType = `${rdf}type`;

/** RDFa's own vocabulary. */
export const rdfa = namespaceOf('rdfa');

/** XHTML's terms: the default prefix, and the vocabulary of the `role` attribute. */
export const xhv = namespaceOf('xhv');

/** Terms that every page may use where no `vocab` is in force; compared without regard to case. */
export const initialTerms: ReadonlyMap<string, string> = new Map([
  ['describedby', `${namespaceOf('wdrs')}describedby`],
  ['license', `${xhv}license`],
  ['role', `${xhv}role`],
]);

/**
 * The address of Open Graph's type prefixes, which pages use without declaring them: `article:author` means
 * `http://ogp.me/ns/article#author` (https://ogp.me/#types). Undefined for any other prefix.
 */
export function openGraph(prefix: string): string | undefined {
  return /^(article|book|music|product|profile|video)$/.test(prefix) ? `http://ogp.me/ns/${prefix}#` : undefined;
}
