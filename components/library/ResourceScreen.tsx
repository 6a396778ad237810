import { FieldName, type LearningResourceDraft, titleOf, winning } from '../../lib/domain/learning-resource.ts';
import { t } from '../../lib/language/words.ts';
import { useKept } from '../../lib/queries/database-context.ts';
import { knownResource } from '../../lib/queries/library-things.ts';
import { relationWord } from '../alignment/words.ts';
import { AlignmentHistory } from '../history/AlignmentHistory.tsx';
import { SkillText } from '../skill/SkillText.tsx';
import { skillAddress, useLibraryAddress } from './library-address.ts';

/** What is known of one page: what it says of itself, what it is aligned to, and what happened to each of these. */
export function ResourceScreen() {
  const { of: address } = useLibraryAddress();
  const known = useKept((database) => knownResource(database, address), [address]);
  if (!known) {
    return (
      <main className="main">
        <p className="block muted">{t('library.looking')}</p>
      </main>
    );
  }
  const { alignments } = known;
  const resource: LearningResourceDraft = known.resource ?? { address, fields: {} };
  const said = FieldName.options.filter(
    (name) => name !== 'title' && name !== 'image' && resource.fields[name]?.length,
  );
  return (
    <main className="main thing">
      <div className="toolbar">
        <h1 dir="auto" data-own-words="">
          {titleOf(resource)}
        </h1>
        {/^https?:/i.test(address) && (
          <a className="btn push" href={address} target="_blank" rel="noreferrer">
            {t('library.openPage')}
          </a>
        )}
      </div>
      <p className="block quiet address" data-own-words="">
        {address}
      </p>
      {said.length > 0 && (
        <ul className="block" data-own-words="">
          {said.map((name) => (
            <li key={name} dir="auto">
              {winning(resource.fields, name)
                .map(({ value }) => value)
                .join(' · ')}
            </li>
          ))}
        </ul>
      )}
      {alignments.length === 0 && <p className="block muted">{t('library.resourceEmpty')}</p>}
      {alignments.map(({ id, relation, skill }) => (
        <section className="block" key={id}>
          <p>
            <span className="relation">{relationWord(relation)}</span>{' '}
            <a href={skillAddress(skill.uri)} data-own-words="">
              <SkillText skill={skill} />
            </a>
          </p>
          <AlignmentHistory alignment={id} />
        </section>
      ))}
    </main>
  );
}
