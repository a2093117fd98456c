import { NotFoundError, ResponseError } from '@backstage/errors';
import { isNotFound } from './isNotFound';

const answered = (status: number) =>
  ResponseError.fromResponse(new Response('{}', { status }));

describe('isNotFound', () => {
  it('knows the answer of the backend as well as a thrown error', async () => {
    expect(isNotFound(await answered(404))).toBe(true);
    expect(isNotFound(new NotFoundError('no such item'))).toBe(true);
  });

  it('takes nothing else for it', async () => {
    expect(isNotFound(await answered(503))).toBe(false);
    expect(isNotFound(new TypeError('Failed to fetch'))).toBe(false);
  });
});
