import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { optionalPermissions } from '../../components/registry/optional-permissions.ts';

it('explains one by one all permissions that the manifest leaves to the person', () => {
  const manifest = readFileSync(fileURLToPath(new URL('../../wxt.config.ts', import.meta.url)), 'utf8');
  const [, named = ''] = /optional_permissions: \[([^\]]*)\]/.exec(manifest) ?? [];
  expect(named.match(/\w+/g)).toEqual([...optionalPermissions]);
});
