import { describe, expect, it } from 'vitest';
import { closedByAddress, closedOnReading } from '../../lib/services/unreadable-tab.ts';

describe('a tab that its address closes', () => {
  it.each([
    ['', 'P101'],
    ['not an address', 'P101'],
    ['about:blank', 'P101'],
    ['about:config', 'P101'],
    ['chrome://settings/', 'P101'],
    ['edge://extensions', 'P101'],
    ['chrome-extension://abcdefghijklmnop/popup.html', 'P101'],
    ['moz-extension://00000000-0000-4000-8000-000000000000/a.html', 'P101'],
    ['devtools://devtools/bundled/inspector.html', 'P101'],
    ['view-source:https://a.example/', 'P101'],
    ['data:text/html,<title>x</title>', 'P101'],
    ['blob:https://a.example/1', 'P101'],
    ['javascript:alert(1)', 'P101'],
    ['file:///home/me/lesson.html', 'P104'],
    ['https://a.example/', undefined],
    ['http://127.0.0.1:8080/a?b#c', undefined],
    ['https://chromewebstore.google.com/detail/x', undefined],
    ['https://addons.mozilla.org/firefox/', undefined],
  ])('%s: %s', (address, code) => {
    const problem = closedByAddress(address);
    expect(problem?.code).toBe(code);
    if (problem) expect(`${problem.message} ${problem.advice}`).toMatch(/^[A-Z].+\. .+\.$/);
  });
});

describe('a tab that could not be read although its address is open', () => {
  it.each([
    ['https://a.example/plan.pdf', undefined, 'P102'],
    ['https://a.example/PLAN.PDF?page=2', undefined, 'P102'],
    ['https://a.example/plan', 'application/pdf', 'P102'],
    ['https://a.example/plan.pdf', 'text/html', 'P105'],
    ['https://chromewebstore.google.com/detail/x', undefined, 'P103'],
    ['https://chrome.google.com/webstore/detail/x', undefined, 'P103'],
    ['https://chrome.google.com/other', undefined, 'P105'],
    ['https://addons.mozilla.org/firefox/', undefined, 'P103'],
    ['https://microsoftedge.microsoft.com/addons', undefined, 'P103'],
    ['https://addons.mozilla.org.evil.example/', undefined, 'P105'],
    ['https://a.example/', undefined, 'P105'],
  ])('%s as %s: %s', (address, contentType, code) => {
    expect(closedOnReading(address, contentType).code).toBe(code);
  });
});
