/** What is wrong with an expression, in GitHub's words. */
export class ExpressionError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ExpressionError';
  }

  static at(problem: string, position: number, expression: string) {
    return new ExpressionError(
      `${problem}. Located at position ${
        position + 1
      } within expression: ${expression}`,
    );
  }
}
