/** A text that is no dump and no scenario, and where it goes wrong. @public */
export class UnreadableTextError extends Error {
  /** From 1. */
  readonly line: number;

  constructor(message: string, line: number) {
    super(message);
    this.name = 'UnreadableTextError';
    this.line = line;
  }
}
