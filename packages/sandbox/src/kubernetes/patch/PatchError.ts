/** A patch that cannot be applied; the message is Kubernetes' own. */
export class PatchError extends Error {
  /** 400 for a patch that is none, 422 for one that does not fit the object. */
  readonly code: 400 | 422;

  constructor(code: 400 | 422, message: string) {
    super(message);
    this.name = 'PatchError';
    this.code = code;
  }
}
