import type { ReactNode } from 'react';
import type { Framework } from '../../lib/domain/framework.ts';
import { t } from '../../lib/language/words.ts';
import { Licence } from './Licence.tsx';

type Props = {
  framework: Framework;
  /** How many skills it has. */
  skills: number;
  /** Further facts at the end of the line. */
  children?: ReactNode;
};

/** A framework's name, and under it how large it is, whose, which release, and what may be done with it. */
export function FrameworkFacts({ framework, skills, children }: Props) {
  const { name, publisher, version, license, language } = framework;
  return (
    <>
      <h3 lang={language} dir="auto" data-own-words>
        {name}
      </h3>
      <p className="muted dots">
        <span>{t('framework.skills', { count: skills })}</span>
        {publisher && (
          <span dir="auto" data-own-words>
            {publisher}
          </span>
        )}
        {version && <span>{t('framework.version', { version })}</span>}
        {license ? <Licence license={license} /> : <span>{t('framework.noLicence')}</span>}
        {children}
      </p>
    </>
  );
}
