import type { NodeObject } from '../domain/page-reading.ts';
import { createGraph, nodeReference, type Value } from './graph.ts';
import { rdf, rdfa, rdfType, xhv } from './initial-context.ts';
import { resolveIri } from './iri.ts';
import { literal, timeLiteral } from './literal.ts';
import { type Page, words } from './page.ts';
import { copyPatterns } from './rdfa-patterns.ts';
import { type Attributes, createNames, type Scope, scopeOf } from './rdfa-scope.ts';

/** What an element hands on to those inside it: the evaluation context of RDFa Core 1.1, section 7.2. */
type Context = {
  subject: string;
  object: string;
  /** Statements that wait for their other end (section 7.4: incomplete triples). */
  incomplete: ((resource: string) => void)[];
  /** Lists in the making, by subject and predicate. */
  lists: Map<string, Value[]>;
  scope: Scope;
};

/** What an element is about (section 7.5, steps 5 and 6). */
type Resources = {
  subject: string;
  /** What it links to; undefined where that is still to come, or nothing. */
  object?: string;
  /** What `typeof` gives its types to. */
  typed?: string;
  /** The element says nothing of its own and hands on what it was given. */
  skip?: boolean;
};

/**
 * What this reader looks for: elements that make statements, beside those that are no more than typed or have a `vocab`.
 * Others matter around these, where they are met on the way up.
 */
export const rdfaSelector = '[property],[rel],[rev],[role]';

/** What may be the other end of a `rel` or `rev` that names none itself. */
const completing = `${rdfaSelector},[typeof],[vocab],[about],[resource],[href],[src]`;

/**
 * Reads a page's RDFa 1.1 (https://www.w3.org/TR/rdfa-core/) by the rules of HTML+RDFa 1.1, with the role attribute.
 * Nothing is fetched, so vocabularies are not expanded. Nodes are flat; blank ones are named `_:r0` and so on.
 */
export function readRdfa(page: Page): NodeObject[] {
  const { base, root, attribute, query } = page;
  const { add, nodes } = createGraph(page);
  const { blank, expand, reference } = createNames(base);
  const link = (subject: string, predicate: string, object: string) => add(subject, predicate, nodeReference(object));
  const predicatesOf = (text: string | undefined, scope: Scope) =>
    expand(text, scope).filter((iri) => !iri.startsWith('_:'));
  const contexts = new Map<Element, Context>();
  const start: Context = {
    subject: base,
    object: base,
    incomplete: [],
    lists: new Map(),
    scope: { language: '', prefixes: new Map(), vocabulary: '' },
  };

  const elements = page.having('property', 'rel', 'rev', 'role');
  for (const element of [...elements, ...query('[typeof]'), ...query('[vocab]')]) {
    if (page.exhausted()) break;
    if (!enter(element).incomplete.length) continue;
    for (const one of query(completing, element)) {
      if (page.exhausted()) break;
      enter(one);
    }
  }
  return copyPatterns(nodes());

  /** Processes an element after those around it, each once, without recursion. */
  function enter(element: Element): Context {
    const path: Element[] = [];
    let context: Context | undefined;
    for (let at: Element | null = element; at && !context; at = page.parent(at)) {
      context = contexts.get(at);
      if (!context) path.push(at);
    }
    context ??= start;
    for (const one of path.reverse()) {
      context = process(one, context);
      contexts.set(one, context);
    }
    return context;
  }

  /** RDFa Core 1.1, section 7.5; the numbers are its steps. */
  function process(element: Element, context: Context): Context {
    const names = page.attributeNames(element);
    if (!names.length) return context;
    const given: Attributes = Object.fromEntries(names.map((name) => [name, attribute(element, name) ?? '']));
    // 2 to 4
    const scope = scopeOf(given, context.scope, base);
    if (given.vocab?.trim()) link(base, `${rdfa}usesVocabulary`, scope.vocabulary);
    addRoles(given, scope);

    // 5 and 6
    const rel = linksOf(given, given.rel);
    const rev = linksOf(given, given.rev);
    const isLink = (rel ?? rev) != null;
    const resources = resourcesOf(element, given, context, scope, isLink);
    const { subject, typed, skip } = resources;
    if (skip) return scope === context.scope ? context : { ...context, scope };

    // 7
    if (typed != null) for (const iri of expand(given.typeof, scope)) link(typed, rdfType, iri);

    // 8 to 10
    const lists = subject === context.object ? context.lists : new Map<string, Value[]>();
    const inList = given.inlist != null;
    const say = (iri: string, value: Value) => {
      if (inList) listOf(lists, subject, iri).push(value);
      else add(subject, iri, value);
    };
    const links = [
      ...predicatesOf(rel, scope).map((iri) => {
        if (inList) listOf(lists, subject, iri);
        return (resource: string) => say(iri, nodeReference(resource));
      }),
      ...predicatesOf(rev, scope).map((iri) => (resource: string) => link(resource, iri, subject)),
    ];
    const isOpen = isLink && resources.object == null;
    const object = resources.object ?? (isLink ? blank() : subject);
    if (!isOpen) for (const complete of links) complete(object);

    // 11
    if (given.property != null) {
      const value = propertyOf(element, given, resources, scope, isLink);
      for (const iri of predicatesOf(given.property, scope)) say(iri, value);
    }

    // 12 and 13
    for (const complete of context.incomplete) complete(subject);
    return { subject, object, incomplete: isOpen ? links : [], lists, scope };
  }

  /** The resource that `resource`, `href` or `src` names, in this order. */
  function targetOf({ resource, href, src }: Attributes, scope: Scope): string | undefined {
    const address = href ?? src;
    return reference(resource, scope) ?? (address == null ? address : resolveIri(address, base));
  }

  /** Steps 5 and 6, with HTML+RDFa 1.1, section 3.1, on `head` and `body`. */
  function resourcesOf(
    element: Element,
    given: Attributes,
    context: Context,
    scope: Scope,
    isLink: boolean,
  ): Resources {
    const isTyped = given.typeof != null;
    const about = reference(given.about, scope);
    const own = about ?? (element === root ? base : undefined);
    if (isLink) {
      const object = targetOf(given, scope) ?? (isTyped && about == null ? blank() : undefined);
      return { subject: own ?? context.object, object, typed: about ?? object };
    }
    if (given.property != null && given.content == null && given.datatype == null) {
      const object = isTyped ? (own ?? targetOf(given, scope) ?? blank()) : undefined;
      return { subject: own ?? context.object, object, typed: object };
    }
    const named = about ?? targetOf(given, scope) ?? own;
    if (named != null) return { subject: named, typed: named };
    const subject = isTyped && !/^(head|body)$/.test(page.name(element)) ? blank() : context.object;
    return { subject, typed: subject, skip: !isTyped && given.property == null };
  }

  /** Step 11, with HTML+RDFa 1.1, section 3.1, on `datetime` and `time`. */
  function propertyOf(element: Element, given: Attributes, { typed }: Resources, scope: Scope, isLink: boolean): Value {
    const { content, datatype, datetime } = given;
    const [type] = expand(datatype, scope);
    const text = () => content ?? datetime ?? page.text(element);
    if (type) {
      const isMarkup = type === `${rdf}XMLLiteral` || type === `${rdf}HTML`;
      const value = isMarkup ? (content ?? page.markup(element, namespaces(type, scope))) : text();
      return { '@value': value, '@type': type };
    }
    if ((datatype ?? content) != null) return literal(text(), scope.language);
    if (datetime != null) return timeLiteral(datetime, scope.language);
    const target = isLink ? undefined : targetOf(given, scope);
    const object = target ?? (given.typeof != null && given.about == null ? typed : undefined);
    if (object != null) return nodeReference(object);
    return (page.name(element) === 'time' ? timeLiteral : literal)(text(), scope.language);
  }

  /** A list is said when it begins; what comes later is added to it (step 14). */
  function listOf(lists: Map<string, Value[]>, subject: string, predicate: string): Value[] {
    const key = `${subject} ${predicate}`;
    const known = lists.get(key);
    if (known) return known;
    const list: Value[] = [];
    lists.set(key, list);
    add(subject, predicate, { '@list': list });
    return list;
  }

  /** https://www.w3.org/TR/role-attribute/, section 4. */
  function addRoles({ id, role }: Attributes, scope: Scope): void {
    if (role == null) return;
    const subject = id ? resolveIri(`#${id}`, base) : blank();
    for (const iri of expand(role, { ...scope, vocabulary: xhv })) link(subject, `${xhv}role`, iri);
  }
}

/** HTML+RDFa 1.1, section 3.1: beside `property`, plain words in `rel` and `rev` are not meant for RDFa. */
function linksOf({ property }: Attributes, text: string | undefined): string | undefined {
  if (property == null) return text;
  const meant = words(text).filter((token) => token.includes(':'));
  return meant.join(' ') || undefined;
}

/** What an XML literal's outermost elements must declare to stand alone (RDFa Core 1.1, section 7.5, 11, note). */
function namespaces(type: string, { prefixes }: Scope): [name: string, value: string][] {
  if (!type.endsWith('XMLLiteral')) return [];
  return [...prefixes].sort().map(([prefix, address]) => [prefix ? `xmlns:${prefix}` : 'xmlns', address]);
}
