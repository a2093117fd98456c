import { LoggerService } from '@backstage/backend-plugin-api';
import { ProblemReporter } from '@slipway/backstage-plugin-fleet-node';

const AGAIN_MS = 3_600_000;
const MAX_KINDS = 1_000;

/**
 * Logs what domains throw. One mistake concerns thousands of objects at once,
 * hence each kind of it only once an hour.
 */
export function createProblemReporter(options: {
  logger: LoggerService;
  now: () => Date;
}): ProblemReporter {
  const { logger, now } = options;
  const lastSaid = new Map<string, number>();
  return ({ domain, step, subject, error }) => {
    const kind = `${domain} ${step} ${error.message}`;
    const time = now().getTime();
    if (time - (lastSaid.get(kind) ?? -Infinity) < AGAIN_MS) {
      return;
    }
    if (lastSaid.size >= MAX_KINDS) {
      lastSaid.clear();
    }
    lastSaid.set(kind, time);
    logger.error(
      `The fleet domain ${domain} failed in ${step} of ${subject}`,
      error,
    );
  };
}
