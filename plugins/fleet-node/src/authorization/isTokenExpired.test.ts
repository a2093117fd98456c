import {
  AuthenticationError,
  NotAllowedError,
  ResponseError,
} from '@backstage/errors';
import { isTokenExpired } from './isTokenExpired';

describe('isTokenExpired', () => {
  const answer = (status: number) =>
    ResponseError.fromResponse(new Response('{}', { status }));

  it('knows it from a denial and from trouble', async () => {
    expect(isTokenExpired(new AuthenticationError('Token expired'))).toBe(true);
    expect(isTokenExpired(await answer(401))).toBe(true);
    expect(isTokenExpired(new NotAllowedError('No'))).toBe(false);
    expect(isTokenExpired(await answer(403))).toBe(false);
    expect(isTokenExpired(await answer(503))).toBe(false);
    expect(isTokenExpired(undefined)).toBe(false);
  });
});
