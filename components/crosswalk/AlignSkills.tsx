import { useEffect, useMemo, useRef, useState } from 'react';
import { type CrosswalkRow, type CrosswalkSide, matchedIn, nextWithout } from '../../lib/domain/crosswalk.ts';
import type { KeptFramework } from '../../lib/domain/framework.ts';
import type { Skill } from '../../lib/domain/skill.ts';
import { isCounterpart, type SkillAlignment } from '../../lib/domain/skill-alignment.ts';
import { skillIdentity } from '../../lib/domain/skill-identity.ts';
import { listOf } from '../../lib/language/format.ts';
import { t } from '../../lib/language/words.ts';
import { RestoredLine } from '../draft/RestoredLine.tsx';
import type { Sides } from './crosswalk-address.ts';
import { PairConflict } from './PairConflict.tsx';
import { PairFields } from './PairFields.tsx';
import { emptyPair, referenceTo } from './pair-form.ts';
import { Suggestions } from './Suggestions.tsx';
import { TreeSide } from './TreeSide.tsx';
import { usePair } from './use-pair.ts';
import { skillRelationWord } from './words.ts';

type Props = {
  frameworks: readonly KeptFramework[];
  left: KeptFramework;
  right: KeptFramework;
  /** The left framework with the places of its skills; absent before it is read. */
  side: CrosswalkSide | undefined;
  rows: readonly CrosswalkRow[];
  /** Whether the person asks for the next skill without a counterpart; it is heeded once. */
  wanted: boolean;
  onHeeded(): void;
  onSides(sides: Sides): void;
  onSay(text: string): void;
};

/** Two frameworks side by side, and the two skills that are chosen of them. */
export function AlignSkills({ frameworks, left, right, side, rows, wanted, onHeeded, onSides, onSay }: Props) {
  const [lead, setLead] = useState<Pick<Skill, 'uri' | 'parent'>>();
  const [begun, setBegun] = useState(false);
  const [toRight, setToRight] = useState(0);
  const [toPair, setToPair] = useState(0);
  const fields = useRef<HTMLFormElement>(null);
  const pair = usePair({ rows, onSay, onSaved: (statement) => goToNext(statement) });
  const { subject } = pair.form;
  const marks = useMemo(() => marksOf(rows), [rows]);

  /** Takes up the next skill on the left that has no counterpart, and leads the keyboard there. */
  const goToNext = (saved?: SkillAlignment) => {
    const from = skillIdentity((saved?.subject ?? subject)?.uri ?? '');
    const place = side?.places.get(from) ?? -1;
    const matched = new Set(matchedIn(rows));
    if (saved && isCounterpart(saved.relation)) matched.add(place);
    const next = side && nextWithout(side, matched, place);
    const line = next === undefined ? undefined : side?.outline[next];
    if (!line) {
      pair.discard();
      onSay(t('crosswalk.next.none'));
      fields.current?.querySelector<HTMLInputElement>('input:checked')?.focus();
      return;
    }
    const parent = side?.outline[line.parent]?.node.uri;
    pair.begin({ ...emptyPair, left: left.id, right: right.id, subject: referenceTo(line.node, left) });
    setBegun(true);
    setLead({ uri: line.node.uri, ...(parent !== undefined && { parent }) });
  };
  const heed = useRef(() => {});
  heed.current = () => {
    onHeeded();
    goToNext();
  };
  useEffect(() => {
    if (wanted) heed.current();
  }, [wanted]);
  useEffect(() => {
    if (toPair > 0) fields.current?.querySelector<HTMLInputElement>('input:checked')?.focus();
  }, [toPair]);

  const sides = { left: left.id, right: right.id };
  const isHere = (framework: string | undefined, here: string) => framework === undefined || framework === here;
  const chosen = isHere(pair.form.left, left.id) && isHere(pair.form.right, right.id);
  // What was chosen of other frameworks is let go once something is chosen of these.
  const kept = chosen ? {} : { subject: undefined, object: undefined };
  return (
    <div className="crosswalk">
      <TreeSide
        label={t('crosswalk.side.first')}
        pickLabel={t('crosswalk.first')}
        frameworks={frameworks}
        framework={left}
        mark={(uri) => marks.get(skillIdentity(uri))}
        lead={lead}
        onPick={(framework) => onSides({ ...sides, left: framework })}
        onChoose={(node) => pair.choose({ ...sides, ...kept, subject: referenceTo(node, left) })}
        onThrough={() => setToRight(toRight + 1)}
      />
      <TreeSide
        label={t('crosswalk.side.second')}
        pickLabel={t('crosswalk.second')}
        frameworks={frameworks}
        framework={right}
        mark={(uri) => marks.get(skillIdentity(uri))}
        onPick={(framework) => onSides({ ...sides, right: framework })}
        onChoose={(node) => pair.choose({ ...sides, ...kept, object: referenceTo(node, right) })}
        onThrough={() => setToPair(toPair + 1)}
      >
        {subject && chosen && (
          <Suggestions
            skill={subject}
            framework={right.id}
            standing={(uri) => relationsBetween(rows, subject.uri, uri)}
            wanted={toRight}
            onChoose={(skill) => {
              pair.choose({ ...sides, object: referenceTo(skill, right) });
              setToPair(toPair + 1);
            }}
          />
        )}
      </TreeSide>
      <section className="pair-side">
        <RestoredLine at={chosen && !begun ? pair.restoredAt : undefined} onDiscard={pair.discard} />
        <PairFields
          form={chosen ? pair.form : emptyPair}
          box={fields}
          standing={pair.standing}
          saving={pair.saving}
          problem={pair.problem}
          conflict={
            pair.conflict && (
              <PairConflict
                standing={pair.conflict.now}
                saving={pair.saving}
                onYield={pair.yieldToTheirs}
                onInsist={() => void pair.insist()}
              />
            )
          }
          onChange={pair.decide}
          onSave={() => void pair.save()}
        />
      </section>
    </div>
  );
}

/** In which relations each skill stands to one of the other framework, in words, by the skill's identity. */
function marksOf(rows: readonly CrosswalkRow[]): ReadonlyMap<string, string> {
  const relations = new Map<string, Set<string>>();
  for (const { statement } of rows) {
    for (const { uri } of [statement.subject, statement.object]) {
      const key = skillIdentity(uri);
      relations.set(key, (relations.get(key) ?? new Set()).add(skillRelationWord(statement.relation)));
    }
  }
  return new Map(Array.from(relations, ([key, words]) => [key, listOf([...words])]));
}

function relationsBetween(rows: readonly CrosswalkRow[], one: string, other: string): string {
  const [here, there] = [skillIdentity(one), skillIdentity(other)];
  const between = rows.filter(({ statement: { subject, object } }) => {
    const [from, to] = [skillIdentity(subject.uri), skillIdentity(object.uri)];
    return (from === here && to === there) || (from === there && to === here);
  });
  return listOf(between.map(({ statement }) => skillRelationWord(statement.relation)));
}
