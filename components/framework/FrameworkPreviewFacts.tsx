import type { FrameworkPreview } from '../../lib/domain/framework-import.ts';
import { SkillText } from '../skill/SkillText.tsx';
import { FrameworkFacts } from './FrameworkFacts.tsx';

type Props = { preview: FrameworkPreview };

/** One framework of a document before it is imported: what it is, what would change, its first skills. */
export function FrameworkPreviewFacts({ preview }: Props) {
  const { framework, skills, deprecated, first, changes } = preview;
  const { name, attribution } = framework;
  return (
    <section className="preview" aria-label={name}>
      <FrameworkFacts framework={framework} skills={skills}>
        {deprecated > 0 && <span>{deprecated.toLocaleString()} no longer in force</span>}
      </FrameworkFacts>
      {attribution && (
        <p className="muted" dir="auto">
          {attribution}
        </p>
      )}
      {changes && (
        <p>
          It is here already{changes.version ? ` in version ${changes.version}` : ''}, imported{' '}
          {new Date(changes.imported).toLocaleDateString()}. {changesIn(changes)} The release that is here can be
          brought back for a day.
        </p>
      )}
      <p className="label">It begins with</p>
      <ul className="first-skills">
        {first.map((skill) => (
          <li key={skill.uri} className="clamp-2">
            <SkillText skill={skill} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function changesIn({ added, changed, gone }: { added: number; changed: number; gone: number }): string {
  if (added + changed + gone === 0) return 'No skill of it differs.';
  return `${added.toLocaleString()} new, ${changed.toLocaleString()} changed, ${gone.toLocaleString()} gone.`;
}
