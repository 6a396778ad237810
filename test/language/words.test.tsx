// @vitest-environment jsdom
import { render } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { Words } from '../../components/ui/Words.tsx';
import { listOf } from '../../lib/language/format.ts';
import { speak, spokenLanguage, t } from '../../lib/language/words.ts';
import words from '../../locales/en.words';

afterEach(() => speak('en', words));

it('says a message with its values, counted as the language counts', () => {
  expect(t('skill.marks', { count: 1 })).toBe('1 skill chosen');
  expect(t('skill.marks', { count: 1204 })).toBe('1,204 skills chosen');
  expect(t('skill.pin')).toBe('Pin');
});

it('shows the key where a message is missing, rather than nothing', () => {
  speak('en', {});
  expect(t('skill.pin')).toBe('skill.pin');
});

it('takes values for text, whatever they hold', () => {
  expect(t('skill.noneSays', { text: "{count} <b>$&</b> # '" })).toBe("No skill says “{count} <b>$&</b> # '”.");
});

it('puts elements in the places of values, in the order of the sentence', () => {
  const { container } = render(<Words of="skill.notBefore" values={{ time: <time dateTime="10:00">ten</time> }} />);
  expect(container.innerHTML).toBe('Not before <time datetime="10:00">ten</time>');
});

it('lists names as the language does', () => {
  expect(listOf(['OSMT', 'CASS', 'ESCO'])).toBe('OSMT, CASS, ESCO');
  expect(spokenLanguage()).toBe('en');
});
