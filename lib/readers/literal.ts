import type { Value } from './graph.ts';

const xsd = 'http://www.w3.org/2001/XMLSchema#';
const zone = '(Z|[+-]\\d\\d:\\d\\d)?';
const day = '\\d{4,}-\\d\\d-\\d\\d';
const clock = `\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?${zone}`;

/** Lexical forms of HTML's `time` element and the XML Schema datatype of each (HTML+RDFa 1.1, section 3.1, rule 12). */
const times: [type: string, form: RegExp][] = [
  ['gYear', /^\d{4,}$/],
  ['gYearMonth', /^\d{4,}-\d\d$/],
  ['date', new RegExp(`^${day}Z?$`)],
  ['dateTime', new RegExp(`^-?${day}T${clock}$`)],
  ['time', new RegExp(`^${clock}$`)],
  ['duration', /^-?P(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/],
];

/** A literal, with the element's language where it has one. */
export function plainLiteral(text: string, language?: string): Value {
  return language ? { '@value': text, '@language': language } : { '@value': text };
}

/** The value of a `time` element: typed where its text is in one of the lexical forms, else plain. */
export function timeLiteral(text: string, language?: string): Value {
  const type = times.find(([, form]) => form.test(text))?.[0];
  return type ? { '@value': text, '@type': xsd + type } : plainLiteral(text, language);
}

/** The value of a `data` or `meter` element: an integer or a double where its text is one (Microdata to RDF, section 6.3). */
export function numberLiteral(text: string, language?: string): Value {
  if (/^-?\d+$/.test(text)) return { '@value': text, '@type': `${xsd}integer` };
  if (/^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return { '@value': text, '@type': `${xsd}double` };
  return plainLiteral(text, language);
}
