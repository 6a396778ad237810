import type { Value } from './graph.ts';
import { namespaceOf } from './initial-context.ts';

const xsd = namespaceOf('xsd');
const clock = '\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?:Z|[+-]\\d\\d:\\d\\d)?';
const calendar = new RegExp(`^\\d{4,}(-\\d\\d(-\\d\\d(T${clock})?)?)?$`);
const duration = /^-?P(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/;

/** XML Schema's datatype for a text in one of HTML's forms of time (HTML+RDFa 1.1, section 3.1). */
function timeType(text: string): string | undefined {
  const date = calendar.exec(text);
  if (date) return date[3] ? 'dateTime' : date[2] ? 'date' : date[1] ? 'gYearMonth' : 'gYear';
  if (duration.test(text)) return 'duration';
  return new RegExp(`^${clock}$`).test(text) ? 'time' : undefined;
}

/** A literal, with the element's language where it has one. */
export function plainLiteral(text: string, language?: string): Value {
  return language ? { '@value': text, '@language': language } : { '@value': text };
}

/** The value of a `time` element: typed where its text is in one of the lexical forms, else plain. */
export function timeLiteral(text: string, language?: string): Value {
  const type = timeType(text);
  return type ? { '@value': text, '@type': xsd + type } : plainLiteral(text, language);
}

/** The value of a `data` or `meter` element: an integer or a double where its text is one (Microdata to RDF, section 6.3). */
export function numberLiteral(text: string, language?: string): Value {
  if (/^-?\d+$/.test(text)) return { '@value': text, '@type': `${xsd}integer` };
  if (/^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return { '@value': text, '@type': `${xsd}double` };
  return plainLiteral(text, language);
}
