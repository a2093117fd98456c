import { StepError } from './steps.mjs';

/** Counts what passed and failed, one line a suite. */
export function createTally({ steps, logFile }) {
  let passed = 0;
  let failed = 0;
  return {
    get failed() {
      return failed;
    },
    /** Runs a suite that resolves with its counts and the names that failed. */
    async add(title, suite) {
      try {
        await steps.step(title, async () => {
          const counts = await suite();
          passed += counts.passed;
          failed += counts.failed;
          if (counts.failed > 0) {
            throw new StepError(counts.details ?? '');
          }
        });
      } catch (error) {
        if (!(error instanceof StepError)) {
          failed += 1;
        }
        process.stdout.write(
          `${
            error instanceof StepError ? error.message : error.stack
          }\n    Details: ${logFile}\n`,
        );
      }
    },
    sum: () => `${passed} passed, ${failed} failed`,
  };
}
