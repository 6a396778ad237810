import { sentenceOf } from '../../lib/domain/skill.ts';
import { t } from '../../lib/language/words.ts';
import type { OutboxLine } from '../../lib/queries/outbox.ts';
import { relationWord, skillRelationWord } from '../alignment/words.ts';

/** What a delivery is called where its buttons are named: what goes where. `registry` is undefined where it is removed. */
export function deliveryWords(line: OutboxLine, registry: string | undefined): string {
  const subject = subjectWords(line);
  if (subject === undefined)
    return registry === undefined ? t('outbox.delivery.unknownNowhere') : t('outbox.delivery.unknown', { registry });
  return registry === undefined
    ? t('outbox.delivery.nowhere', { subject })
    : t('outbox.delivery', { subject, registry });
}

function subjectWords({ known, skills }: OutboxLine): string | undefined {
  if (known) {
    const { relation, skill } = known.alignment;
    return t('alignment.named', {
      relation: relationWord(relation),
      skill: [skill.code, sentenceOf(skill)].filter(Boolean).join(' '),
    });
  }
  return (
    skills &&
    t('alignment.skills', {
      subject: skills.subject.name,
      relation: skillRelationWord(skills.relation),
      object: skills.object.name,
    })
  );
}
