import type { DeclaredAlignment } from '../../lib/domain/declared-alignment.ts';
import { isSkillUri } from '../../lib/domain/skill.ts';
import { SkillText } from '../skill/SkillText.tsx';
import { relationWord } from './words.ts';

type Props = {
  declared: readonly DeclaredAlignment[];
  /** Takes over one that names its skill by an address. */
  onAdopt(declared: DeclaredAlignment): void;
  /** Searches for one that only has words. */
  onFind(words: string): void;
};

const syntaxNames = { 'json-ld': 'JSON-LD', microdata: 'microdata', rdfa: 'RDFa', meta: 'meta tags' } as const;

/** What the page declares of itself. Nothing of it is the person's until they take it over. */
export function DeclaredList({ declared, onAdopt, onFind }: Props) {
  // A page may say one thing twice, in a block for each of its parts.
  const each = [...new Map(declared.map((one) => [JSON.stringify([one.relation, one.syntax, one.skill]), one]))];
  const syntaxes = [...new Set(declared.map(({ syntax }) => syntaxNames[syntax]))].join(' and ');
  const frame = declared[0]?.frame;
  return (
    <section className="block block-tight" aria-labelledby="declared">
      <div className="section-head">
        <h2 id="declared">
          The page itself declares{' '}
          <span className="count">
            {each.length}, in {syntaxes}
            {frame && ` of the frame “${frame}”`}
          </span>
        </h2>
      </div>
      <ul className="alignments declared">
        {each.map(([key, one]) => (
          <li className="alignment" key={key}>
            <span className="relation">{relationWord(one.relation)}</span>
            <p className="statement">
              <SkillText skill={{ name: '', ...one.skill, statement: wordsOf(one) }} />
            </p>
            {one.skill.uri && isSkillUri(one.skill.uri) ? (
              <button type="button" className="btn btn-small" onClick={() => onAdopt(one)}>
                Adopt
              </button>
            ) : (
              <button type="button" className="btn btn-small" onClick={() => onFind(wordsOf(one))}>
                Find
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function wordsOf({ skill }: DeclaredAlignment): string {
  return skill.statement ?? skill.name ?? skill.code ?? skill.uri ?? '';
}
