import { makeKeyPair } from '../../lib/credentials/key-pair.ts';
import type { Signing } from '../../lib/credentials/sign.ts';

export const now = new Date('2026-03-01T10:00:00Z');

/** Somebody who signs, with a key made for this test. */
export async function someSigner(): Promise<Signing> {
  return { ...(await makeKeyPair(false)), name: 'Marta Osei, Old Quay Library', now };
}

/** An Open Badges 3.0 credential with every part that Plumbline's export has. */
export function badge(over: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    id: 'urn:uuid:6b0f1a52-55a2-5a2c-9a3e-0f3b7a4f4a01',
    type: ['VerifiableCredential', 'AchievementCredential'],
    name: 'Reading graphs',
    issuer: { id: 'urn:uuid:0d9e4f04-7c62-5d51-8a43-1e8f8f3c9f11', type: ['Profile'], name: 'Issuer not named yet' },
    validFrom: '2026-03-01T09:59:00Z',
    credentialSubject: {
      id: 'urn:uuid:a6f5c1f5-1d3c-5a27-9f7b-3f1d5c0e9a22',
      type: ['AchievementSubject'],
      achievement: {
        id: 'urn:uuid:3f2b8f5e-9f62-5a5d-b7c7-6f1c1d7f9a33',
        type: ['Achievement'],
        name: 'Reading graphs',
        description: 'How graphs mislead.',
        inLanguage: 'en',
        criteria: { id: 'https://lessons.example/graph', narrative: 'The page teaches: Misleading Graph.' },
        alignment: [
          {
            type: ['Alignment'],
            targetName: 'Misleading Graph',
            targetUrl: 'https://skills.example/1',
            targetDescription: 'Tell when a graph misleads.',
            targetFramework: 'Statistics',
            targetCode: 'S.1',
            targetType: 'ceasn:Competency',
          },
        ],
        tag: ['graphs', 'statistics'],
      },
    },
    ...over,
  };
}

/** An endorsement of a skill (Open Badges 3.0, EndorsementCredential). */
export function endorsement(): Record<string, unknown> {
  return badge({
    type: ['VerifiableCredential', 'EndorsementCredential'],
    credentialSubject: {
      id: 'https://skills.example/1',
      type: ['EndorsementSubject'],
      endorsementComment: 'What we look for.',
    },
  });
}
