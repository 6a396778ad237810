import { useEffect, useState } from 'react';
import type { FoundAlignment } from '../../lib/domain/found-alignment.ts';
import type { Result } from '../../lib/domain/problem.ts';
import type { Registry } from '../../lib/domain/registry.ts';
import { isSkillUri } from '../../lib/domain/skill.ts';
import { skillIdentity } from '../../lib/domain/skill-identity.ts';
import { date, number } from '../../lib/language/format.ts';
import { sentenceWords } from '../../lib/language/problem-words.ts';
import { t } from '../../lib/language/words.ts';
import { ask } from '../../lib/messaging/client.ts';
import type { KeptAlignment } from '../../lib/queries/kept.ts';
import { eachOnce } from '../resource/each-once.ts';
import { SkillText } from '../skill/SkillText.tsx';
import { Words } from '../ui/Words.tsx';
import { relationWord } from './words.ts';

type Props = {
  address: string;
  registry: Registry;
  alignments: readonly KeptAlignment[];
  onAdopt(found: FoundAlignment): void;
  /** Says something to the live region. The same function at each render: asking begins anew with another. */
  onSay(text: string): void;
};

/** What one registry knows of the page, without what is among the person's own alignments already. */
export function SaidAtRegistry({ address, registry, alignments, onAdopt, onSay }: Props) {
  const [answer, setAnswer] = useState<Result<FoundAlignment[]>>();
  const { id, name } = registry;
  useEffect(() => {
    let left = false;
    setAnswer(undefined);
    void ask('findAlignments', { registry: id, address }).then((answered) => {
      if (left) return;
      setAnswer(answered);
      onSay(answered.ok ? t('alignment.others.answered', { registry: name }) : sentenceWords(answered.problem));
    });
    return () => {
      left = true;
    };
  }, [id, name, address, onSay]);
  if (!answer) return <p className="muted">{t('alignment.others.asking', { registry: name })}</p>;
  if (!answer.ok) {
    return (
      <p className="muted">
        {sentenceWords(answer.problem)} <span className="quiet">{answer.problem.code}</span>
      </p>
    );
  }
  const others = answer.value.filter((found) => !isAmong(found, id, alignments));
  const own = answer.value.length - others.length;
  return (
    <>
      <div className="section-head">
        <h2>
          <Words
            of="alignment.others.said"
            values={{
              registry: name,
              count: <span className="count">{countOf(others.length, own)}</span>,
            }}
          />
        </h2>
      </div>
      <ul className="alignments declared">
        {eachOnce(others).map(([key, found]) => (
          <FoundRow key={key} found={found} onAdopt={() => onAdopt(found)} />
        ))}
      </ul>
    </>
  );
}

function FoundRow({ found, onAdopt }: { found: FoundAlignment; onAdopt(): void }) {
  const { relation, said, skill, by, at, own } = found;
  const name = skill.name ?? skill.statement ?? skill.uri;
  return (
    <li className="alignment">
      <span className="relation">
        {relation ? relationWord(relation) : said ? <bdi data-own-words="">{said}</bdi> : t('alignment.others.unnamed')}
      </span>
      <div>
        <p className="statement">
          <SkillText skill={{ name, statement: skill.statement ?? name }} />
        </p>
        <p className="meta dots">
          <span>
            {own ? t('alignment.byYou') : by === undefined ? t('alignment.byNobody') : t('alignment.by', { name: by })}
          </span>
          {at && <span data-own-words="">{date(at)}</span>}
        </p>
      </div>
      {isSkillUri(skill.uri) && (
        <button
          type="button"
          className="btn btn-small"
          aria-label={t('alignment.adopt.name', { name })}
          onClick={onAdopt}
        >
          {t('alignment.adopt')}
        </button>
      )}
    </li>
  );
}

/** What was delivered there stands in the person's own list, and so does the same statement by somebody else's hand. */
function isAmong(found: FoundAlignment, registry: string, alignments: readonly KeptAlignment[]): boolean {
  return alignments.some(({ relation, skill, deliveries }) => {
    const delivered = deliveries.some((one) => one.registry === registry && one.uri === found.uri);
    const same = relation === found.relation && skillIdentity(skill.uri) === skillIdentity(found.skill.uri);
    return same && (found.own || delivered);
  });
}

function countOf(others: number, own: number): string {
  if (others > 0) return number(others);
  return t(own > 0 ? 'alignment.others.onlyOwn' : 'alignment.others.none');
}
