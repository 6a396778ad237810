/** The vocabulary of XHTML's own terms; the default prefix and the vocabulary of the `role` attribute. */
export const xhv = 'http://www.w3.org/1999/xhtml/vocab#';

/** RDFa's own vocabulary. */
export const rdfaNamespace = 'http://www.w3.org/ns/rdfa#';

// `~` stands for http://www.w3.org/, a missing address for ~ns/<prefix>#.
const prefixText = `as https://www.w3.org/ns/activitystreams#
cat ~ns/dcat#
cc http://creativecommons.org/ns#
cnt ~2008/content#
csvw
ctag http://commontag.org/ns#
dc http://purl.org/dc/terms/
dc11 http://purl.org/dc/elements/1.1/
dcat
dcterms http://purl.org/dc/terms/
dqv
duv https://www.w3.org/ns/duv#
earl
foaf http://xmlns.com/foaf/0.1/
gldp ~ns/people#
gr http://purl.org/goodrelations/v1#
grddl ~2003/g/data-view#
ht ~2006/http#
ical ~2002/12/cal/icaltzd#
ldp
ma ~ns/ma-ont#
oa
odrl ~ns/odrl/2/
og http://ogp.me/ns#
org
owl ~2002/07/owl#
prov
ptr ~2009/pointers#
qb http://purl.org/linked-data/cube#
rdf ~1999/02/22-rdf-syntax-ns#
rdfa
rdfs ~2000/01/rdf-schema#
rev http://purl.org/stuff/rev#
rif ~2007/rif#
rr ~ns/r2rml#
schema http://schema.org/
sd ~ns/sparql-service-description#
sioc http://rdfs.org/sioc/ns#
skos ~2004/02/skos/core#
skosxl ~2008/05/skos-xl#
sosa ~ns/sosa/
ssn ~ns/ssn/
time ~2006/time#
v http://rdf.data-vocabulary.org/#
vcard ~2006/vcard/ns#
void http://rdfs.org/ns/void#
wdr ~2007/05/powder#
wdrs ~2007/05/powder-s#
xhv ${xhv}
xml ~XML/1998/namespace
xsd ~2001/XMLSchema#`;

/** Prefixes that every page may use undeclared (https://www.w3.org/2011/rdfa-context/rdfa-1.1). */
export const initialPrefixes: ReadonlyMap<string, string> = new Map(
  prefixText.split('\n').map((line) => {
    const [prefix = '', address = `~ns/${prefix}#`] = line.split(' ');
    return [prefix, address.replace('~', 'http://www.w3.org/')];
  }),
);

/** Terms that every page may use where no `vocab` is in force; compared without regard to case. */
export const initialTerms: ReadonlyMap<string, string> = new Map([
  ['describedby', 'http://www.w3.org/2007/05/powder-s#describedby'],
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
