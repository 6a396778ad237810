import { describe, expect, it } from 'vitest';
import type { Browser } from 'wxt/browser';
import { createHideOrigin, type SessionRules } from '../../lib/services/browser-origin.ts';

type UpdateRules = Browser.declarativeNetRequest.UpdateRuleOptions;
type Rule = Browser.declarativeNetRequest.Rule;

const own = 'abcdefghijklmnopabcdefghijklmnop';

/** Session rules as browsers keep them: ids are unique, and an answer takes its time. */
function sessionRules(standing: Rule[] = []) {
  let rules = [...standing];
  return {
    rules: () => rules,
    api: {
      getSessionRules: async () => {
        await Promise.resolve();
        return [...rules];
      },
      updateSessionRules: async ({ addRules = [] }: { addRules?: Rule[] }) => {
        await Promise.resolve();
        const ids = [...rules, ...addRules].map(({ id }) => id);
        if (new Set(ids).size < ids.length) throw new Error('Rule does not have a unique ID.');
        rules = [...rules, ...addRules];
      },
    } as unknown as SessionRules,
  };
}

describe('hideOrigin', () => {
  it('takes the Origin off the background’s own requests to that host, and off no others', async () => {
    const { api, rules } = sessionRules();
    await createHideOrigin(api, own)('skills.example');
    expect(rules()).toEqual([
      {
        id: 1,
        action: { type: 'modifyHeaders', requestHeaders: [{ header: 'origin', operation: 'remove' }] },
        condition: {
          requestDomains: ['skills.example'],
          initiatorDomains: [own],
          tabIds: [-1],
          resourceTypes: ['xmlhttprequest'],
        },
      },
    ]);
  });

  it('makes one rule for a host, also after the worker died', async () => {
    const { api, rules } = sessionRules();
    await createHideOrigin(api, own)('skills.example');
    await createHideOrigin(api, own)('skills.example');
    expect(rules()).toHaveLength(1);
  });

  it('makes the rules of several hosts at once, each with an id of its own', async () => {
    const { api, rules } = sessionRules([{ id: 7, action: { type: 'block' }, condition: {} } as Rule]);
    const hide = createHideOrigin(api, own);
    await Promise.all(['a.example', 'b.example', 'a.example', 'c.example'].map(hide));
    expect(rules().map(({ id, condition }) => [id, condition.requestDomains?.[0]])).toEqual([
      [7, undefined],
      [8, 'a.example'],
      [9, 'b.example'],
      [10, 'c.example'],
    ]);
  });

  it('tries again after the browser refused once', async () => {
    const { api, rules } = sessionRules();
    let refusals = 1;
    const updateSessionRules: SessionRules['updateSessionRules'] = async (change: UpdateRules) => {
      if (refusals-- > 0) throw new Error('too many rules');
      return api.updateSessionRules(change);
    };
    const hide = createHideOrigin({ ...api, updateSessionRules }, own);
    await expect(hide('a.example')).rejects.toThrow('too many rules');
    await hide('a.example');
    expect(rules()).toHaveLength(1);
  });
});
