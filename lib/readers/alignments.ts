import { relationOf } from '../domain/alignment-type.ts';
import type { DeclaredAlignment } from '../domain/declared-alignment.ts';
import type { Syntax, Warning } from '../domain/page-reading.ts';
import { defaultRelation, type Relation } from '../domain/resource-alignment.ts';
import {
  alignmentAddressUnusable,
  alignmentAsText,
  alignmentWithoutScope,
  frameworkContradictsCode,
  relationMissing,
  relationUnknown,
} from '../domain/warnings.ts';
import { named } from './fields.ts';
import type { Entity, TermValue } from './terms.ts';
import { listItems } from './wording.ts';

type DeclaredSkill = DeclaredAlignment['skill'];

/** Properties that carry their relation in their name (LRMI, CTDL); their values are terms, texts or addresses. */
const direct: [relation: Relation, ...properties: string[]][] = [
  ['teaches', 'schema:teaches', 'ceterms:teaches'],
  ['assesses', 'schema:assesses', 'ceterms:assesses'],
  ['requires', 'schema:competencyrequired', 'schema:courseprerequisites'],
];

/** The most alignments that are read of one syntax. */
const mostAlignments = 500;

/** The alignments that the entities about a page declare, in whatever shape pages put them. */
export function declaredBy(entities: Entity[], syntax: Syntax): { declared: DeclaredAlignment[]; warnings: Warning[] } {
  const found: DeclaredAlignment[] = [];
  const warnings = new Map<string, Warning>();
  const warn = (warning: Warning, where?: string) => {
    if (!warnings.has(warning.code)) warnings.set(warning.code, { ...warning, ...(where && { where }) });
  };

  for (const entity of entities) {
    for (const [relation, ...properties] of direct) {
      for (const property of properties) {
        for (const value of entity.get(property)) addDirect(relation, value);
      }
    }
    for (const { node } of entity.get('ceterms:requires')) {
      for (const value of node?.get('ceterms:targetcompetency') ?? []) addDirect('requires', value);
    }
    for (const property of ['schema:educationalalignment', 'schema:alignmentobject', 'ob:alignment']) {
      for (const value of entity.get(property)) addObject(value, entity, property);
    }
    if (isSpread(entity)) addSpread(entity);
  }
  const seen = new Set<string>();
  const declared = found.slice(0, mostAlignments).filter((one) => {
    const key = alignmentKey(one);
    return !seen.has(key) && seen.add(key);
  });
  return { declared, warnings: [...warnings.values()] };

  function push(relation: Relation, skill: DeclaredSkill, asWritten?: string): void {
    if (!skill.name && !skill.uri && !skill.code) return;
    found.push({ relation, skill, syntax, ...(asWritten !== undefined && { asWritten }) });
  }

  function addDirect(relation: Relation, value: TermValue): void {
    if (value.node?.types.includes('schema:alignmentobject') || value.node?.get('schema:targetname').length) {
      for (const skill of skillsOf(value.node)) push(relation, skill);
    } else for (const skill of termOf(value)) push(relation, skill);
  }

  function addObject(value: TermValue, holder: Entity, property: string): void {
    if (value.node?.get('*').length) addTyped(value.node, property);
    else if (!isSpread(holder)) {
      // The property's text or address is all that the page says.
      for (const skill of termOf(value)) {
        warn(alignmentAsText, skill.name);
        push(defaultRelation, skill, property.replace(/^.*:/, ''));
      }
    }
  }

  /** Properties of an AlignmentObject that stand on the resource itself, since its own scope was forgotten. */
  function isSpread(entity: Entity): boolean {
    if (entity.types.includes('schema:alignmentobject')) return true;
    return entity.get('schema:alignmenttype', 'schema:targetname', 'schema:targeturl').length > 0;
  }

  function addSpread(entity: Entity): void {
    warn(alignmentWithoutScope);
    const names = entity.get('schema:targetname');
    const types = entity.get('schema:alignmenttype');
    const frameworks = entity.get('schema:educationalframework', 'schema:educationframework');
    const links = entity.get('schema:targeturl');
    const count = Math.max(names.length, links.length);
    const pick = (values: TermValue[], index: number) => values[values.length === count ? index : 0];
    for (let index = 0; index < count; index++) {
      const parts = {
        name: names[index],
        link: links.length === count ? links[index] : undefined,
        framework: pick(frameworks, index),
      };
      const type = types.length === count ? types.slice(index, index + 1) : types;
      addRelations(
        type,
        skillsFrom(parts.name ? [parts.name] : [], parts.link ? [parts.link] : [], parts.framework),
        'schema:educationalalignment',
      );
    }
  }

  function addTyped(node: Entity, property: string): void {
    addRelations(node.get('schema:alignmenttype', 'ceterms:alignmenttype'), skillsOf(node), property);
  }

  function addRelations(types: TermValue[], skills: DeclaredSkill[], property: string): void {
    const written = types
      .flatMap((type) => type.text ?? type.uri ?? [])
      .flatMap((text) => (relationOf(text) ? [text] : listItems(text)));
    if (!written.length) {
      const asWritten = property === 'ob:alignment' ? 'alignment' : undefined;
      if (!asWritten) warn(relationMissing({ relation: defaultRelation }));
      for (const skill of skills) push(defaultRelation, skill, asWritten ?? 'educationalAlignment');
    }
    for (const text of written) {
      const relation = relationOf(text);
      if (!relation) warn(relationUnknown({ word: text.slice(0, 60), relation: defaultRelation }), text);
      const isExact = relation === text;
      for (const skill of skills) push(relation ?? defaultRelation, skill, isExact ? undefined : text);
    }
  }

  /** The skills that an AlignmentObject, an Open Badges alignment or a CredentialAlignmentObject points to. */
  function skillsOf(node: Entity): DeclaredSkill[] {
    const names = node.get('schema:targetname', 'ob:targetname', 'ceterms:targetnodename', 'schema:name');
    const links = node.get('schema:targeturl', 'ob:targeturl', 'ceterms:targetnode', 'schema:url');
    const framework = node.get(
      'schema:educationalframework',
      'schema:educationframework',
      'schema:targetframework',
      'ob:targetframework',
      'ceterms:frameworkname',
      'ceterms:framework',
    )[0];
    const statement = node.text(
      'schema:targetdescription',
      'ob:targetdescription',
      'ceterms:targetnodedescription',
      'schema:description',
    );
    const code = node.text('ob:targetcode', 'ceterms:codednotation', 'schema:targetcode');
    return skillsFrom(names, links, framework, statement, code);
  }

  function skillsFrom(
    names: TermValue[],
    links: TermValue[],
    framework?: TermValue,
    statement?: string,
    code?: string,
  ): DeclaredSkill[] {
    const addresses = links.flatMap((link) => {
      const uri = usable(link.uri ?? link.text);
      if (!uri) warn(alignmentAddressUnusable, link.text);
      return uri ? [uri] : [];
    });
    const texts = names.flatMap(named).flatMap(({ value }) => notations(value));
    const about = framework && frameworkOf(framework);
    const rest = { ...(statement && { statement }), ...(about && { framework: about }) };
    if (!texts.length) return addresses.slice(0, 1).map((uri) => ({ uri, ...(code && { code }), ...rest }));
    return texts.map((name, index) => {
      // Several addresses of one skill: the first. Several skills: one address each, or none can be told.
      const uri = texts.length === 1 ? addresses[0] : addresses.length === texts.length ? addresses[index] : undefined;
      const notation = code ?? (isNotation(name) ? name : undefined);
      checkFramework(notation, about?.name);
      return { ...(uri && { uri }), name, ...(notation && { code: notation }), ...rest };
    });
  }

  function checkFramework(code: string | undefined, framework: string | undefined): void {
    if (!code || !framework) return;
    const isCommonCore = /^ccss/i.test(code) || /common core|ccss/i.test(code);
    const isScience = /^(ngss|(ms|hs|k|[1-5])-(ps|ls|ess|ets)\d)/i.test(code);
    const contradicts =
      (isCommonCore && /next generation|ngss/i.test(framework)) || (isScience && /common core|ccss/i.test(framework));
    if (contradicts) warn(frameworkContradictsCode({ code, framework }), code);
  }

  /** A DefinedTerm, a Competency, a text or an address. */
  function termOf(value: TermValue): DeclaredSkill[] {
    const { node, text } = value;
    if (text !== undefined) {
      const uri = usable(text);
      return uri ? [{ uri }] : notations(text).map((name) => ({ name, ...(isNotation(name) && { code: name }) }));
    }
    if (!node) return [];
    const uri = usable(
      node.id ??
        node.get('schema:url').map((link) => link.uri ?? link.text)[0] ??
        node.get('ceterms:targetnode')[0]?.uri,
    );
    const name = node.text(
      'schema:name',
      'ceterms:targetnodename',
      'ceasn:competencylabel',
      'ceasn:competencytext',
      'name:preflabel',
    );
    const statement = node.text('schema:description', 'ceterms:targetnodedescription', 'ceasn:competencytext');
    const code = node.text('schema:termcode', 'ceterms:codednotation', 'ceasn:codednotation');
    const set = node.get('schema:indefinedtermset', 'ceterms:frameworkname', 'ceterms:framework', 'ceasn:ispartof')[0];
    const framework = set && frameworkOf(set);
    return [
      {
        ...(uri && { uri }),
        ...(name && { name }),
        ...(statement && statement !== name && { statement }),
        ...(code && { code }),
        ...(framework && { framework }),
      },
    ];
  }
}

/** Two declarations with one key say the same: one relation, one skill. */
export function alignmentKey({ relation, skill }: DeclaredAlignment): string {
  return `${relation} ${skill.uri ?? `${skill.name ?? skill.code} ${skill.framework?.name ?? ''}`}`.toLowerCase();
}

function frameworkOf(value: TermValue): DeclaredSkill['framework'] {
  const [words] = named(value);
  if (!words) return undefined;
  const uri = usable(words.uri ?? words.value);
  return { ...(words.value !== uri && { name: words.value }), ...(uri && { uri }) };
}

/** An address that can identify a skill: http(s) with a host, or a `urn:`. */
function usable(address: string | undefined): string | undefined {
  return address && /^(https?:\/\/[^\s/]+|urn:[^\s:]+:|did:[^\s:]+:)\S*$/i.test(address) ? address : undefined;
}

/** Whether a text is a notation such as `CCSS.Math.Content.8.EE.A.1`, `7.RF.B.2` or `MS-PS1-2`, not a name. */
function isNotation(text: string): boolean {
  return /^[A-Za-z0-9]+([.:-][A-Za-z0-9]+)+$/.test(text) && /\d/.test(text);
}

/** One text that lists several notations names several skills. */
function notations(text: string): string[] {
  const parts = listItems(text);
  return parts.length > 1 && parts.every(isNotation) ? parts : [text];
}
