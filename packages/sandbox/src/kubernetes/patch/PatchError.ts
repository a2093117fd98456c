import { Json } from '../../client/types';
import { goKindOf } from '../schema/builtin/goNames';

/** A patch that cannot be applied; the message is Kubernetes' own. */
export class PatchError extends Error {
  /** 400 for a patch that is none, 422 or 500 for one that does not fit the object. */
  readonly code: 400 | 422 | 500;

  constructor(code: 400 | 422 | 500, message: string) {
    super(message);
    this.name = 'PatchError';
    this.code = code;
  }
}

/** The refusal of a merge patch that is a list or a plain value. */
export function notAnObject(patch: Json): PatchError {
  return new PatchError(
    400,
    `error decoding patch: json: cannot unmarshal ${goKindOf(
      patch,
    )} into Go value of type map[string]interface {}`,
  );
}
