import { ConflictError } from '@backstage/errors';
import { withPlainErrors } from './withPlainErrors';

async function stackOf(error: Error) {
  const action = withPlainErrors({
    id: 'test',
    handler: async () => {
      throw error;
    },
  });
  return action.handler().then(
    () => undefined,
    thrown => thrown.stack,
  );
}

describe('withPlainErrors', () => {
  it('leaves only what a person has to read', async () => {
    expect(await stackOf(new ConflictError('The name is taken'))).toBe(
      'ConflictError: The name is taken',
    );
    expect(await stackOf(AbortSignal.abort().reason)).toBe(
      'AbortError: This operation was aborted',
    );
  });

  it('keeps where a mistake was made', async () => {
    expect(await stackOf(new TypeError('x is undefined'))).toMatch(/\n +at /);
  });

  it('keeps what an action is and gives', async () => {
    const action = withPlainErrors({ id: 'test', handler: async () => 'done' });
    expect(action.id).toBe('test');
    await expect(action.handler()).resolves.toBe('done');
  });
});
