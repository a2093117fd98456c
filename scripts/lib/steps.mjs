import fs from 'node:fs';

/** What a person is told when a step fails: the message, no stack. */
export class StepError extends Error {}

const seconds = ms => `${(ms / 1000).toFixed(1)} s`;

/** Prints one line a step, with its time. */
export function createSteps({ logFile, out = process.stdout }) {
  const begun = Date.now();
  return {
    logFile,
    /** Runs `work`; its result, or the error with the log named. */
    async step(title, work) {
      const start = Date.now();
      if (out.isTTY) {
        out.write(`  … ${title}`);
      }
      const line = mark =>
        out.write(
          `${out.isTTY ? '\r\x1b[K' : ''}  ${mark} ${title.padEnd(
            46,
          )} ${seconds(Date.now() - start).padStart(8)}\n`,
        );
      try {
        const result = await work();
        line('✓');
        return result;
      } catch (error) {
        line('✗');
        throw error;
      }
    },
    elapsed: () => seconds(Date.now() - begun),
  };
}

/** Ends the process with a message for people and the place of the details. */
export function fail(error, logFile) {
  process.stderr.write(
    `\n${error instanceof StepError ? error.message : error.stack}\n`,
  );
  if (logFile && fs.existsSync(logFile)) {
    process.stderr.write(`Details: ${logFile}\n`);
  }
  process.exit(1);
}
