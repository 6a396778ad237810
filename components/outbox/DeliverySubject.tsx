import { hostOf } from '../../lib/domain/web-address.ts';
import { t } from '../../lib/language/words.ts';
import type { OutboxLine } from '../../lib/queries/outbox.ts';
import { relationWord, skillRelationWord } from '../alignment/words.ts';
import { SkillText } from '../skill/SkillText.tsx';
import { Words } from '../ui/Words.tsx';

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
        <a
          className="quiet page"
          href={alignment.resource}
          target="_blank"
          rel="noreferrer"
          dir="auto"
          data-own-words=""
        >
          {title === alignment.resource ? hostOf(title) : title}
        </a>
      </>
    );
  }
  if (skills) {
    return (
      <span className={whole ? undefined : 'clamp-2'} dir="auto">
        <Words
          of="alignment.skills"
          values={{
            subject: <bdi data-own-words="">{skills.subject.name}</bdi>,
            relation: <span className="relation">{skillRelationWord(skills.relation)}</span>,
            object: <bdi data-own-words="">{skills.object.name}</bdi>,
          }}
        />
      </span>
    );
  }
  return <span className="muted">{t('outbox.delivery.gone')}</span>;
}
