import type { DeclaredAlignment } from '../../lib/domain/declared-alignment.ts';
import { isSkillUri } from '../../lib/domain/skill.ts';
import { allOf } from '../../lib/language/format.ts';
import { t } from '../../lib/language/words.ts';
import { saidByWord } from '../resource/field-words.ts';
import { SkillText } from '../skill/SkillText.tsx';
import { Clamped } from '../ui/Clamped.tsx';
import { Words } from '../ui/Words.tsx';
import { relationWord } from './words.ts';

type Props = {
  declared: readonly DeclaredAlignment[];
  /** Takes over one that names its skill by an address. */
  onAdopt(declared: DeclaredAlignment): void;
  /** Searches for one that only has words. */
  onFind(words: string): void;
};

/** What the page declares of itself. Nothing of it is the person's until they take it over. */
export function DeclaredList({ declared, onAdopt, onFind }: Props) {
  // A page may say one thing twice, in a block for each of its parts.
  const each = [...new Map(declared.map((one) => [JSON.stringify([one.relation, one.syntax, one.skill]), one]))];
  const said = { count: each.length, syntaxes: allOf([...new Set(declared.map(syntaxWord))]) };
  const frame = declared[0]?.frame;
  return (
    <section className="block block-tight" aria-labelledby="declared">
      <div className="section-head">
        <h2 id="declared">
          <Words
            of="alignment.declared"
            values={{
              what: (
                <span className="count">
                  {frame ? t('alignment.declared.inFrame', { ...said, frame }) : t('alignment.declared.count', said)}
                </span>
              ),
            }}
          />
        </h2>
      </div>
      <ul className="alignments declared">
        {each.map(([key, one]) => (
          <li className="alignment" key={key}>
            <span className="relation">{relationWord(one.relation)}</span>
            <Clamped>
              <SkillText skill={{ name: '', ...one.skill, statement: wordsOf(one) }} />
            </Clamped>
            {one.skill.uri && isSkillUri(one.skill.uri) ? (
              <button type="button" className="btn btn-small" onClick={() => onAdopt(one)}>
                {t('alignment.adopt')}
              </button>
            ) : (
              <button type="button" className="btn btn-small" onClick={() => onFind(wordsOf(one))}>
                {t('alignment.findDeclared')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function syntaxWord({ syntax }: DeclaredAlignment): string {
  return syntax === 'meta' ? t('alignment.metaTags') : saidByWord(syntax);
}

function wordsOf({ skill }: DeclaredAlignment): string {
  return skill.statement ?? skill.name ?? skill.code ?? skill.uri ?? '';
}
