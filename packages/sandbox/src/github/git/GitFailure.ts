/** Git ended with an error. */
export class GitFailure extends Error {
  readonly code: number;
  readonly stderr: string;

  constructor(options: { args: string[]; code: number; stderr: string }) {
    super(
      `git ${options.args[0]} ended with ${options.code}: ${options.stderr
        .trim()
        .slice(0, 500)}`,
    );
    this.code = options.code;
    this.stderr = options.stderr;
  }
}
