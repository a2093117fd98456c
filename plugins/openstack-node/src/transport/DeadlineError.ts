/** There was no answer in time. */
export class DeadlineError extends Error {
  constructor(milliseconds: number) {
    super(`no answer within ${Math.round(milliseconds / 1000)} seconds`);
    this.name = 'DeadlineError';
  }
}
