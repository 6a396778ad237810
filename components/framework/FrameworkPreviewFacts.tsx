import type { FrameworkPreview } from '../../lib/domain/framework-import.ts';
import { date } from '../../lib/language/format.ts';
import { t } from '../../lib/language/words.ts';
import { SkillText } from '../skill/SkillText.tsx';
import { Clamped } from '../ui/Clamped.tsx';
import { FrameworkFacts } from './FrameworkFacts.tsx';

type Props = { preview: FrameworkPreview };

/** One framework of a document before it is imported: what it is, what would change, its first skills. */
export function FrameworkPreviewFacts({ preview }: Props) {
  const { framework, skills, deprecated, first, changes } = preview;
  const { name, attribution } = framework;
  return (
    <section className="preview" aria-label={name}>
      <FrameworkFacts framework={framework} skills={skills}>
        {deprecated > 0 && <span>{t('framework.preview.deprecated', { count: deprecated })}</span>}
      </FrameworkFacts>
      {attribution && (
        <p className="muted" dir="auto" data-own-words>
          {attribution}
        </p>
      )}
      {changes && (
        <p>
          {hereSince(changes)} {changesIn(changes)} {t('framework.preview.back')}
        </p>
      )}
      <p className="label">{t('framework.preview.first')}</p>
      <ul className="first-skills">
        {first.map((skill) => (
          <li key={skill.uri}>
            <Clamped>
              <SkillText skill={skill} />
            </Clamped>
          </li>
        ))}
      </ul>
    </section>
  );
}

type Changes = NonNullable<FrameworkPreview['changes']>;

function hereSince({ version, imported }: Changes): string {
  return version
    ? t('framework.preview.hereVersion', { version, date: date(imported) })
    : t('framework.preview.here', { date: date(imported) });
}

function changesIn({ added, changed, gone }: Changes): string {
  if (added + changed + gone === 0) return t('framework.preview.same');
  return t('framework.preview.changes', { added, changed, gone });
}
