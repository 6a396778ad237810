import jsonld, { type JsonLdDocument } from 'jsonld';
import type { NodeObject, Warning } from '../domain/page-reading.ts';
import { jsonLdInvalid, jsonLdMalformed, jsonLdTooLarge, missingContext, unknownContext } from '../domain/warnings.ts';
import { loadContext, localAddress } from './document-loader.ts';
import { guard, limits } from './guard.ts';

/** How a document is expanded. */
export type ExpandOptions = {
  /** Address against which relative references are resolved; they stay relative without it. */
  baseUrl?: string;
  signal?: AbortSignal;
};

/** What a document says, and what could not be read of it. */
export type Expanded = { nodes: NodeObject[]; warnings: Warning[] };

/**
 * Expands JSON-LD (JSON-LD 1.1 API, section 5.1) without any network. Whatever the document holds, this rejects only
 * with the signal's reason: what is wrong with it comes back as warnings, `unknown-context`, `missing-context`,
 * `json-ld-invalid`, `json-ld-too-deep` or `json-ld-too-large`. Terms of unknown contexts, and documents that name
 * no context, are read as schema.org's. schema.org's IRIs are not unified: a context gives `http://schema.org/`, a page's
 * own `@vocab` may give `https://schema.org/`.
 */
export async function expand(document: unknown, options: ExpandOptions = {}): Promise<Expanded> {
  options.signal?.throwIfAborted();
  const guarded = guard(document);
  if ('code' in guarded) return { nodes: [], warnings: [guarded] };
  const warnings = guarded.unknownContexts.map((address) => unknownContext({ address: clip(address) }));
  const assumed = !guarded.hasContext && speaksInTerms(guarded.document);
  if (assumed) warnings.push(missingContext);
  const expanded = await expandParts(assumed ? asSchemaOrg(guarded.document) : guarded.document, options);
  return { nodes: expanded.nodes, warnings: [...warnings, ...expanded.warnings] };
}

/**
 * Expands the text of one JSON-LD block. `where` names the block in the warnings (`script 2`). Text that is no JSON is a
 * warning, `json-ld-malformed`, and so is text longer than the limit, which is not parsed.
 */
export async function expandText(text: string, options: ExpandOptions & { where?: string } = {}): Promise<Expanded> {
  const { where } = options;
  if (text.length > limits.characters) return { nodes: [], warnings: [{ ...jsonLdTooLarge, where }] };
  const document = parse(text);
  if (!document.ok) return { nodes: [], warnings: [{ ...jsonLdMalformed({ reason: clip(document.reason) }), where }] };
  const { nodes, warnings } = await expand(document.value, options);
  return { nodes, warnings: warnings.map((warning) => ({ ...warning, where })) };
}

/** All at once; where the processor refuses that, each node by itself, so that one bad node costs only itself. */
async function expandParts(document: unknown, options: ExpandOptions): Promise<Expanded> {
  const whole = await expandOne(document, options);
  const parts = whole.nodes ? undefined : partsOf(document);
  if (!parts) return { nodes: whole.nodes ?? [], warnings: whole.warnings };
  const read: Expanded = { nodes: [], warnings: [] };
  for (const part of parts) {
    const { nodes, warnings } = await expandOne(part, options);
    read.nodes.push(...(nodes ?? []));
    read.warnings.push(...warnings);
  }
  return read;
}

async function expandOne(document: unknown, { baseUrl = '', signal }: ExpandOptions) {
  try {
    const nodes = await jsonld.expand(document as JsonLdDocument, { base: baseUrl, documentLoader: loadContext });
    signal?.throwIfAborted();
    return { nodes: nodes as NodeObject[], warnings: [] };
  } catch (error) {
    signal?.throwIfAborted();
    return { nodes: undefined, warnings: [invalid(error)] };
  }
}

/** The entries of a list or of a top-level `@graph`, each under the document's own context; undefined where it is one. */
function partsOf(document: unknown): unknown[] | undefined {
  if (Array.isArray(document)) return document.length > 1 ? document : undefined;
  if (!isObject(document) || !Array.isArray(document['@graph']) || document['@graph'].length < 2) return undefined;
  const context = Object.hasOwn(document, '@context') ? { '@context': document['@context'] } : {};
  return document['@graph'].map((node) => ({ ...context, '@graph': [node] }));
}

/** Whether a document without context names a type by a bare term, as schema.org's users do. */
function speaksInTerms(document: unknown): boolean {
  const nodes = Array.isArray(document) ? document : [document];
  return nodes.some((node) => isObject(node) && typeof node['@type'] === 'string' && !node['@type'].includes(':'));
}

function asSchemaOrg(document: unknown): unknown {
  return { '@context': localAddress('schema.org'), '@graph': [document].flat() };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parse(text: string): { ok: true; value: unknown } | { ok: false; reason: string } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}

function invalid(error: unknown): Warning {
  const reason = error instanceof Error ? error.message : String(error);
  return jsonLdInvalid({ reason: clip(reason) });
}

function clip(text: string): string {
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}
