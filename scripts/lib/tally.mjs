import { StepError } from './steps.mjs';

/** Counts what passed and failed, one line a suite. */
export function createTally({ steps, logFile }) {
  let passed = 0;
  let failed = 0;
  return {
    get failed() {
      return failed;
    },
    /**
     * Runs a suite that resolves with its counts and the names that failed; one
     * that ends with an error counts as a failure. Resolves with whether all went well.
     */
    async add(title, suite) {
      let counts = { passed: 0, failed: 1 };
      try {
        await steps.step(title, async () => {
          counts = await suite();
          if (counts.failed > 0) {
            throw new StepError(counts.details ?? '');
          }
        });
      } catch (error) {
        process.stdout.write(
          `${
            error instanceof StepError ? error.message : error.stack
          }\n    Details: ${logFile}\n`,
        );
      }
      for (const note of counts.notes ?? []) {
        process.stdout.write(`      ${note}\n`);
      }
      passed += counts.passed;
      failed += counts.failed;
      return counts.failed === 0;
    },
    /** A line for what this machine cannot try: it counts neither way. */
    skip(title, reason) {
      process.stdout.write(`  - ${title}: skipped: ${reason}\n`);
    },
    sum: () => `${passed} passed, ${failed} failed`,
  };
}
