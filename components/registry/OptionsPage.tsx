import { useState } from 'react';
import type { ConnectionTest } from '../../lib/domain/registry.ts';
import { sentenceWords } from '../../lib/language/problem-words.ts';
import { t } from '../../lib/language/words.ts';
import { useKept } from '../../lib/queries/database-context.ts';
import { registriesKept } from '../../lib/queries/kept.ts';
import { Backup } from '../backup/Backup.tsx';
import { YourAlignments } from '../bundle/YourAlignments.tsx';
import { Frameworks } from '../framework/Frameworks.tsx';
import { Identity } from '../identity/Identity.tsx';
import { Language } from '../preferences/Language.tsx';
import { Shortcuts } from '../preferences/Shortcuts.tsx';
import { StartOver } from '../preferences/StartOver.tsx';
import { Switches } from '../preferences/Switches.tsx';
import { Icon } from '../ui/Icon.tsx';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { AddRegistryForm } from './AddRegistryForm.tsx';
import { Appearance } from './Appearance.tsx';
import { Permissions } from './Permissions.tsx';
import { RegistryCard } from './RegistryCard.tsx';
import { Storage } from './Storage.tsx';
import type { TestState } from './test-state.ts';

/** The sections in their order, each with the id by which an address names it. */
const sections = [
  ...(['registries', 'frameworks', 'alignments', 'backup', 'permissions', 'storage', 'menus'] as const),
  ...(['shortcuts', 'appearance', 'language', 'identity', 'reset'] as const),
];

/** Where skills come from and alignments go, what the browser allows, and how it looks. */
export function OptionsPage() {
  const registries = useKept(registriesKept, []);
  const [tests, setTests] = useState<ReadonlyMap<string, TestState>>(new Map());
  const [said, setSaid] = useState('');
  const onTest = (id: string, test: TestState) => {
    setTests((before) => new Map(before).set(id, test));
    if (test !== 'running') setSaid(saidOf(test));
  };
  return (
    <div className="app">
      <header className="app-bar">
        <div className="brand">
          <Icon name="bob" />
          <span data-own-words>Plumbline</span>
        </div>
        <h1 className="app-title">{t('options.heading')}</h1>
        <a
          className="icon-btn push"
          href="/library.html"
          aria-label={t('options.library')}
          title={t('options.library')}
        >
          <Icon name="table" />
        </a>
      </header>
      <div className="settings">
        <nav className="settings-nav" aria-label={t('options.heading')}>
          {sections.map((id) => (
            <a key={id} className="facet-line" href={`#${id}`}>
              <span className="what">{t(`options.section.${id}`)}</span>
            </a>
          ))}
        </nav>
        <main>
          <section id="registries">
            <h2>{t('registry.title')}</h2>
            <p>{t('registry.lead')}</p>
            {registries?.map((registry) => (
              <RegistryCard
                key={registry.id}
                registry={registry}
                test={tests.get(registry.id)}
                onTest={(test) => onTest(registry.id, test)}
                onSay={setSaid}
              />
            ))}
            {/* Not before the cards above it are known: it would slip from under the pointer when they come */}
            {registries && <AddRegistryForm onTest={onTest} />}
          </section>
          {/* Not before the cards above it are known either */}
          {registries && <Frameworks registries={registries} onSay={setSaid} />}
          {registries && <YourAlignments onSay={setSaid} />}
          {registries && <Backup onSay={setSaid} />}
          <Permissions registries={registries ?? []} onSay={setSaid} />
          <Storage onSay={setSaid} />
          <Switches onSay={setSaid} />
          <Shortcuts onSay={setSaid} />
          <Appearance />
          <Language onSay={setSaid} />
          <Identity onSay={setSaid} />
          <StartOver onSay={setSaid} />
        </main>
      </div>
      <LiveRegion>{said}</LiveRegion>
    </div>
  );
}

function saidOf({ problem }: ConnectionTest): string {
  return problem ? t('registry.test.says', { problem: sentenceWords(problem) }) : t('registry.test.passed');
}
