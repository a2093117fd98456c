import {
  AuthenticationError,
  NotAllowedError,
  ResponseError,
} from '@backstage/errors';
import { mockCredentials } from '@backstage/backend-test-utils';
import { rememberCheckpoints } from '../__testUtils__/rememberCheckpoints';
import { authorizeTask } from './authorizeTask';

describe('authorizeTask', () => {
  function task() {
    const ctx = {
      checkpoint: rememberCheckpoints(),
      getInitiatorCredentials: async () => mockCredentials.user(),
    };
    return (error?: Error, key = 'this') =>
      authorizeTask(ctx, {
        key,
        async authorize() {
          if (error) {
            throw error;
          }
        },
      });
  }

  const expired = new AuthenticationError('Token expired');

  it('refuses whoever may not, also one who once might', async () => {
    const run = task();
    await run();
    const denied = new NotAllowedError('No');
    await expect(run(denied)).rejects.toBe(denied);
    const broken = new Error('Broken');
    await expect(run(broken)).rejects.toBe(broken);
  });

  it('believes what was said before the token expired', async () => {
    const run = task();
    await run();
    await expect(run(expired)).resolves.toBeUndefined();
    const response = await ResponseError.fromResponse(
      new Response('{}', { status: 401 }),
    );
    await expect(run(response)).resolves.toBeUndefined();
  });

  it('believes nothing else', async () => {
    await expect(task()(expired)).rejects.toBe(expired);
    const run = task();
    await run();
    await expect(run(expired, 'that')).rejects.toBe(expired);
  });
});
