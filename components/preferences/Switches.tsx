import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { type Preferences, preferencesIn, preferencesKey } from '../../lib/domain/preferences.ts';
import { sentenceWords } from '../../lib/language/problem-words.ts';
import { t } from '../../lib/language/words.ts';
import { ask } from '../../lib/messaging/client.ts';
import { useWaiting } from '../../lib/queries/all-at-once.ts';
import { Switch } from './Switch.tsx';

type Props = {
  /** Says something to the page's live region. */
  onSay(text: string): void;
};

/** What the badge needs; having it is what switches it on. */
const badge = { permissions: ['webNavigation' as const] };

/** What the browser shows of us around the pages, each to be switched off. */
export function Switches({ onSay }: Props) {
  const [preferences, setPreferences] = usePreferences();
  const isBadgeOn = useBadge();
  useWaiting(preferences === undefined || isBadgeOn === undefined);
  const showMenus = async (shown: boolean) => {
    setPreferences({ menus: shown });
    const answer = await ask('showMenus', { shown });
    if (!answer.ok) setPreferences({ menus: !shown });
    onSay(answer.ok ? t(shown ? 'menu.menus.on' : 'menu.menus.off') : sentenceWords(answer.problem));
  };
  const switchKeyword = async (used: boolean) => {
    setPreferences({ keyword: used });
    const answer = await ask('useKeyword', { used });
    if (!answer.ok) setPreferences({ keyword: !used });
    onSay(answer.ok ? t(used ? 'menu.keyword.on' : 'menu.keyword.off') : sentenceWords(answer.problem));
  };
  const showBadge = async (shown: boolean) => {
    // Asked in the very handler of the click: browsers refuse it afterwards.
    const done = await (shown ? browser.permissions.request(badge) : browser.permissions.remove(badge));
    onSay(done ? t(shown ? 'menu.badge.on' : 'menu.badge.off') : t('menu.badge.refused'));
  };
  return (
    <section id="menus">
      <h2>{t('menu.section')}</h2>
      <p>{t('menu.section.intro')}</p>
      <div className="card lines">
        <Switch
          label={t('menu.menus')}
          hint={t('menu.menus.hint')}
          on={preferences?.menus}
          onChange={(on) => void showMenus(on)}
        />
        <Switch
          label={t('menu.keyword')}
          hint={t('menu.keyword.hint')}
          on={preferences?.keyword}
          onChange={(on) => void switchKeyword(on)}
        />
        <Switch
          label={t('menu.badge')}
          hint={t('menu.badge.hint')}
          on={isBadgeOn}
          onChange={(on) => void showBadge(on)}
        />
      </div>
    </section>
  );
}

/** What the person prefers; undefined until that is read. What is changed is shown before it is kept. */
function usePreferences() {
  const [preferences, setPreferences] = useState<Preferences>();
  useEffect(() => {
    let isShown = true;
    void browser.storage.local
      .get(preferencesKey)
      .then((kept) => isShown && setPreferences(preferencesIn(kept[preferencesKey])));
    return () => {
      isShown = false;
    };
  }, []);
  const change = (some: Partial<Preferences>) => setPreferences((now) => now && { ...now, ...some });
  return [preferences, change] as const;
}

/** Whether the badge is on; it is followed, since the browser's own settings can take the permission back. */
function useBadge(): boolean | undefined {
  const [isOn, setOn] = useState<boolean>();
  useEffect(() => {
    const { onAdded, onRemoved } = browser.permissions;
    const look = () => void browser.permissions.contains(badge).then(setOn);
    look();
    onAdded.addListener(look);
    onRemoved.addListener(look);
    return () => {
      onAdded.removeListener(look);
      onRemoved.removeListener(look);
    };
  }, []);
  return isOn;
}
