import { type LearningResource, titleOf } from '../domain/learning-resource.ts';
import { hostOf, isWebAddress } from '../domain/web-address.ts';
import type { SkillIndex } from '../skill-index/index.ts';
import type { PlumblineDatabase } from '../store/database.ts';

/** How the browser's address bar shows a line; `content` is what it hands back when the line is chosen. */
export type Suggestion = { content: string; description: string };

/** Where a choice in the address bar is to be opened, as the browsers name it. */
export type Disposition = 'currentTab' | 'newForegroundTab' | 'newBackgroundTab';

/** What the address bar's keyword needs. */
export type OmniboxNeeds = {
  database: PlumblineDatabase;
  index: SkillIndex;
  /** Whether the person left the keyword switched on; no browser lets an extension take it away. */
  isOn(): Promise<boolean>;
  /** Whether a line is XML, as in Chrome, in which what is no markup has to be escaped. Firefox shows it as it is. */
  isMarkup: boolean;
  /** Opens an address, or a page of ours by its path. */
  open(address: string, where: Disposition): Promise<unknown>;
};

/** How many pages and how many skills are suggested at most; Chrome shows eight lines after its own. */
const most = { pages: 5, skills: 3 };

/** The keyword in the address bar: it looks among what is kept on this device and asks nobody. */
export type Omnibox = {
  /** The aligned pages whose title or address has every word of the text, and skills kept here. Never rejects on abort. */
  suggest(text: string, signal: AbortSignal): Promise<Suggestion[]>;
  /** Opens what was chosen: a page, or our library where it is no web address; switched off, where it is switched on. */
  enter(text: string, where: Disposition): Promise<void>;
};

/** Makes the use cases of the keyword. */
export function createOmnibox({ database, index, isOn, isMarkup, open }: OmniboxNeeds): Omnibox {
  const escaped = isMarkup ? asMarkup : (text: string) => text;
  const line = (content: string, name: string, place: string): Suggestion => ({
    content,
    description: isMarkup ? `${escaped(name)} <url>${escaped(place)}</url>` : `${name} · ${place}`,
  });
  const pages = async (words: readonly string[], signal: AbortSignal): Promise<Suggestion[]> => {
    const found = await database.resources
      .filter((page) => signal.aborted || hasAll(page, words))
      .limit(most.pages)
      .toArray();
    return found.map((page) => line(page.address, oneLine(titleOf(page)), oneLine(page.address)));
  };
  const skills = async (text: string, signal: AbortSignal): Promise<Suggestion[]> => {
    const kept = (await database.frameworks.toArray()).filter(({ enabled }) => enabled !== false);
    const names = new Map(kept.map(({ id, name }) => [id, name]));
    if (names.size === 0) return [];
    const hits = await index.search(text, { limit: most.skills, frameworks: [...names.keys()], signal });
    return hits
      .filter(({ skill }) => isWebAddress(skill.uri))
      .map(({ skill, framework }) => line(skill.uri, oneLine(skill.name), oneLine(names.get(framework) ?? '')));
  };
  return {
    async suggest(text, signal) {
      const words = wordsOf(text);
      if (words.length === 0 || !(await isOn())) return [];
      try {
        const found = await Promise.all([pages(words, signal), skills(text, signal)]);
        return signal.aborted ? [] : once(found.flat());
      } catch (error) {
        if (signal.aborted) return [];
        throw error;
      }
    },
    async enter(text, where) {
      if (!(await isOn())) return void (await open('/options.html#menus', where));
      const address = text.trim();
      await open(isWebAddress(address) ? address : '/library.html', where);
    },
  };
}

/** Text made fit to stand in the XML of a line (https://developer.chrome.com/docs/extensions/reference/api/omnibox). */
function asMarkup(text: string): string {
  // XML 1.0 has no control characters, not even escaped, and no lone halves of a character; Chrome refuses the line.
  return text
    .replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' ')
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** The longest name that is shown, in UTF-16 units. */
const longestName = 200;

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, longestName);
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 20);
}

function hasAll(page: LearningResource, words: readonly string[]): boolean {
  const text = `${titleOf(page)} ${hostOf(page.address)} ${page.address}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

/** Chrome wants each content once. */
function once(suggestions: readonly Suggestion[]): Suggestion[] {
  return [...new Map(suggestions.toReversed().map((one) => [one.content, one])).values()].toReversed();
}
