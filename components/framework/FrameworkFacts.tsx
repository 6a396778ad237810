import type { ReactNode } from 'react';
import type { Framework } from '../../lib/domain/framework.ts';
import { Licence } from './Licence.tsx';
import { countOf } from './words.ts';

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
      <h3 lang={language} dir="auto">
        {name}
      </h3>
      <p className="muted dots">
        <span>{countOf(skills, 'skill')}</span>
        {publisher && <span dir="auto">{publisher}</span>}
        {version && <span>version {version}</span>}
        {license ? <Licence license={license} /> : <span>no licence stated</span>}
        {children}
      </p>
    </>
  );
}
