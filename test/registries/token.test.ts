import { describe, expect, it } from 'vitest';
import { hidden } from '../../lib/domain/delivery-preview.ts';
import { basicOrBearer } from '../../lib/registries/token.ts';

describe('a token that may be a user and a password', () => {
  it.each([
    ['tok-123', 'Bearer tok-123'],
    // RFC 7617, sections 2 and 2.1: its own examples.
    ['Aladdin:open sesame', 'Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=='],
    ['test:123£', 'Basic dGVzdDoxMjPCow=='],
    [hidden, hidden],
  ])('%j goes out as %j', (token, authorization) => {
    expect(basicOrBearer(token)).toEqual({ authorization });
  });
});
