/** Why a step failed, as it is shown to whoever reads the log. */
export class StepError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StepError';
  }
}
