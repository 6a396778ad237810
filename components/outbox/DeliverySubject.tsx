import { hostOf } from '../../lib/domain/web-address.ts';
import type { OutboxLine } from '../../lib/queries/outbox.ts';
import { relationWord } from '../alignment/words.ts';
import { SkillText } from '../skill/SkillText.tsx';

type Props = {
  line: OutboxLine;
  /** Whether the whole statement is shown rather than its first two lines. */
  whole: boolean;
};

/** What a delivery carries: an alignment of a page, a statement from skill to skill, or what is no longer kept. */
export function DeliverySubject({ line: { known, skills }, whole }: Props) {
  if (known) {
    const { alignment, title } = known;
    return (
      <>
        <span className={whole ? undefined : 'clamp-2'}>
          <span className="relation">{relationWord(alignment.relation)}</span> <SkillText skill={alignment.skill} />
        </span>
        <a className="quiet page" href={alignment.resource} target="_blank" rel="noreferrer" dir="auto">
          {title === alignment.resource ? hostOf(title) : title}
        </a>
      </>
    );
  }
  if (skills) {
    return (
      <span className={whole ? undefined : 'clamp-2'} dir="auto">
        {skills.subject.name} <span className="relation">{skills.relation}</span> {skills.object.name}
      </span>
    );
  }
  return <span className="muted">an alignment that is no longer kept</span>;
}
