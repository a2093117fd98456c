/** One entry of the `errors` array of a 422. */
export interface FieldError {
  resource: string;
  field?: string;
  code: string;
  message?: string;
}

const DOCUMENTATION = 'https://docs.github.com/enterprise-server@3.19/rest';

/** Thrown by a route; answered as GitHub words it. */
export class GitHubError extends Error {
  readonly status: number;
  readonly errors?: FieldError[] | string[];

  constructor(
    status: number,
    message: string,
    errors?: FieldError[] | string[],
  ) {
    super(message);
    this.status = status;
    this.errors = errors;
  }

  static notFound(): GitHubError {
    return new GitHubError(404, 'Not Found');
  }

  /** The 422 of a field that is there but wrong. */
  static validation(...errors: FieldError[]): GitHubError {
    return new GitHubError(422, 'Validation Failed', errors);
  }

  toJSON() {
    return {
      message: this.message,
      ...(this.errors && { errors: this.errors }),
      documentation_url: DOCUMENTATION,
      status: String(this.status),
    };
  }
}
