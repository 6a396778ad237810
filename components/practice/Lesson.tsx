import { t } from '../../lib/language/words.ts';

/** A lesson as it could stand on the web, with what it says of itself in microdata. */
export function Lesson() {
  return (
    <article className="lesson" itemScope itemType="https://schema.org/LearningResource">
      <p className="quiet">
        <span itemProp="learningResourceType">{t('practice.lesson.type')}</span> ·{' '}
        <span itemProp="educationalLevel">{t('practice.lesson.level')}</span>
      </p>
      <h1 itemProp="name">{t('practice.lesson.heading')}</h1>
      <p itemProp="description">{t('practice.lesson.description')}</p>
      <p>{t('practice.lesson.lead')}</p>
      <p>{t('practice.lesson.poster')}</p>
      <h2>{t('practice.lesson.tasks')}</h2>
      <p>{t('practice.lesson.find')}</p>
      <p>{t('practice.lesson.draw')}</p>
    </article>
  );
}
