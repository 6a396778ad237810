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

/** A literal of one of XML Schema's datatypes, else with the element's language, where it has one. */
export function literal(text: string, language?: string, type?: string): Value {
  if (type) return { '@value': text, '@type': xsd + type };
  return language ? { '@value': text, '@language': language } : { '@value': text };
}

/** The value of a `time` element: typed where its text is in one of the lexical forms, else plain. */
export function timeLiteral(text: string, language?: string): Value {
  return literal(text, language, timeType(text));
}

/** The value of a `data` or `meter` element: an integer or a double where its text is one. */
export function numberLiteral(text: string): Value {
  const isDouble = /^-?(\d+(\.\d+)?|\.\d+)(e[+-]?\d+)?$/i.test(text);
  return literal(text, '', /^-?\d+$/.test(text) ? 'integer' : isDouble ? 'double' : undefined);
}
