import { mockServices } from '@backstage/backend-test-utils';
import { createProblemReporter } from './createProblemReporter';

describe('createProblemReporter', () => {
  it('says each kind of mistake once an hour', () => {
    const logger = mockServices.logger.mock();
    let time = 0;
    const report = createProblemReporter({ logger, now: () => new Date(time) });
    const fail = (subject: string, message: string) =>
      report({
        domain: 'widgets',
        step: 'derive',
        subject,
        error: new Error(message),
      });

    fail('a', 'no x');
    fail('b', 'no x');
    expect(logger.error).toHaveBeenCalledTimes(1);
    fail('c', 'no y');
    expect(logger.error).toHaveBeenCalledTimes(2);
    time = 3_600_000;
    fail('d', 'no x');
    expect(logger.error).toHaveBeenLastCalledWith(
      expect.stringContaining('widgets failed in derive of d'),
      expect.any(Error),
    );
    expect(logger.error).toHaveBeenCalledTimes(3);
  });
});
