/** An answer that nobody should read to its end. */
export class AnswerTooLargeError extends Error {
  constructor(maxBytes: number) {
    super(`the answer is larger than ${maxBytes / 1024 / 1024} MiB`);
    this.name = 'AnswerTooLargeError';
  }
}
