import type { Framework } from '../domain/framework.ts';
import { isRecord, type JsonRecord, listOf, textOf, under } from '../domain/json-value.ts';
import type { Skill } from '../domain/skill.ts';
import { localised, localisedTexts } from '../jsonld/localised.ts';
import { idsIn } from '../jsonld/term-node.ts';
import { handOut } from './hand-out.ts';
import { frameworkOfSource } from './named-uri.ts';
import { jsonOf, looksLikeJson } from './sample.ts';
import type { DocumentSource, SkillDocument } from './skill-document.ts';
import { skillUri } from './skill-uri.ts';
import { newTally, type Tally } from './warnings.ts';

/**
 * Standards of the Achievement Standards Network as its JSON export nests them: statements with `children`. Every value may
 * be one or a list of several. The export does not name its document; the id in its file's name or address stands for it.
 */
export const asnJson: SkillDocument = {
  id: 'asn-json',
  label: 'Achievement standards (ASN)',

  async recognises(sample) {
    if (!looksLikeJson(sample) || !/"(asn|dcterms)_/.test(sample.text)) return false;
    return listOf(await sample.json()).some((one) => isRecord(one) && idsOf(one).length > 0);
  },

  async read(source, options = {}) {
    const json = await jsonOf(source, options.signal);
    const tally = newTally();
    const framework = frameworkOf(json, source);
    const skills = skillsIn(json, { framework, source, tally, language: options.language });
    return {
      frameworks: [{ framework, skills: handOut(skills, { name: source.name, signal: options.signal }) }],
      warnings: tally.warnings,
    };
  },
};

type Reading = { framework: Framework; source: DocumentSource; tally: Tally; language?: string };
type Step = { statement: unknown; parent?: string; position: number };

/** Statements in the order of the tree, a parent before its children, by a list of steps instead of recursion. */
function* skillsIn(json: unknown, reading: Reading): Generator<Skill> {
  const steps = stepsOf(listOf(json), undefined);
  for (let step = steps.pop(); step; step = steps.pop()) {
    const skill = skillOf(step, reading);
    if (skill) yield skill;
    // What stands below a statement that cannot be read moves up to the nearest that can.
    const children = stepsOf(listOf(under(step.statement, 'children')), skill?.uri ?? step.parent);
    for (const child of children) steps.push(child);
  }
}

/** One step for each statement, the last first, as they are taken from the end. */
function stepsOf(statements: readonly unknown[], parent: string | undefined): Step[] {
  return statements.map((statement, position) => ({ statement, position, ...(parent && { parent }) })).reverse();
}

function skillOf({ statement, parent, position }: Step, reading: Reading): Skill | undefined {
  const { framework, source, tally } = reading;
  const [uri, ...twins] = isRecord(statement) ? idsOf(statement, source.address) : [];
  if (!uri || !isRecord(statement)) {
    tally.count('I430');
    return undefined;
  }
  if (isNotIndexed(statement) && listOf(under(statement, 'children')).length === 0) {
    tally.count('I433');
    return undefined;
  }
  const read = (key: string) => localised(under(statement, key), reading.language);
  const notation = read('asn_statementNotation')?.text;
  const other = localisedTexts(under(statement, 'asn_altStatementNotation')).map(({ text }) => text);
  const text = read('dcterms_description') ?? read('text');
  if (!text && !notation) {
    tally.count('I431');
    return undefined;
  }
  const [code, ...codes] = [...new Set([...(notation ? [notation] : []), ...other])];
  const category = read('asn_statementLabel')?.text;
  const level = labelsOf(under(statement, 'dcterms_educationLevel')).join(', ');
  const language = text?.language;
  return {
    uri,
    name: text?.text ?? notation ?? '',
    statement: text?.text ?? notation ?? '',
    ...(code && { code }),
    type: 'asn:Statement',
    framework: { uri: framework.uri, name: framework.name },
    ...(category && { category }),
    keywords: [...new Set([...codes, ...labelsOf(under(statement, 'asn_conceptTerm'))])],
    ...(level && { level }),
    ...(parent && { parent }),
    position,
    ...(twins.length > 0 && { sameAs: twins }),
    ...(language && { language }),
  };
}

/** A statement's uri first; then its twin (purl.org for jesandco.org) and what it matches exactly. */
function idsOf(statement: JsonRecord, base?: string): string[] {
  const ids = ['id', 'asn_identifier', 'skos_exactMatch'].flatMap((key) => idsIn(under(statement, key)));
  return [...new Set(ids.flatMap((id) => skillUri(id, base) ?? []))];
}

/** Whether its publisher marks it as no standard of its own (asn:indexingStatus No), such as the heading of a part. */
function isNotIndexed(statement: JsonRecord): boolean {
  return idsIn(under(statement, 'asn_indexingStatus')).some((status) => status.endsWith('/No'));
}

/** The labels of terms from ASN's vocabularies, each once. */
function labelsOf(value: unknown): string[] {
  const labels = listOf(value).flatMap((one) => textOf(under(one, 'prefLabel')) ?? localised(one)?.text ?? []);
  return [...new Set(labels)];
}

function frameworkOf(json: unknown, source: DocumentSource): Framework {
  const id = /\bD[\dA-F]{6,8}(?![\dA-Z])/i.exec(`${source.address ?? ''} ${source.name.replaceAll('_', ' ')}`)?.[0];
  const fallback = frameworkOfSource(source);
  const language = localised(under(listOf(json)[0], 'dcterms_description'))?.language;
  return {
    uri: id ? `http://asn.jesandco.org/resources/${id.toUpperCase()}` : fallback.uri,
    name: fallback.name,
    attribution: 'Metadata: Achievement Standards Network. The text belongs to the body that published the standards.',
    ...(language && { language }),
  };
}
