import { useState } from 'react';
import { chooseTheme, chosenTheme, type Theme } from '../../lib/state/theme.ts';
import { Segmented } from '../ui/Segmented.tsx';

const themes: readonly { value: Theme; label: string }[] = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

/** How the screens look on this device. */
export function Appearance() {
  const [theme, setTheme] = useState(chosenTheme);
  return (
    <section id="appearance">
      <h2>Appearance</h2>
      <p>Colours follow the system unless you choose here.</p>
      <fieldset className="card lines-row">
        <legend className="sr">Theme</legend>
        <span className="strong" aria-hidden="true">
          Theme
        </span>
        <Segmented
          name="theme"
          options={themes}
          value={theme}
          onChange={(chosen) => {
            setTheme(chosen);
            chooseTheme(chosen);
          }}
        />
      </fieldset>
    </section>
  );
}
