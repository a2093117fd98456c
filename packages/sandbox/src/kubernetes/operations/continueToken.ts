import { badRequest } from '../errors';

/** Where the next page begins. Clients must not look inside, so its form is ours. */
export interface ContinueToken {
  /** The revision of the first page; -1 goes on with whatever is there now. */
  revision: number;
  /** The key of the last object told. */
  after: string;
}

export function encodeContinue({ revision, after }: ContinueToken): string {
  return Buffer.from(
    JSON.stringify({ v: 'meta.k8s.io/v1', rv: revision, start: after }),
  ).toString('base64url');
}

export function decodeContinue(text: string): ContinueToken {
  try {
    const { v, rv, start } = JSON.parse(
      Buffer.from(text, 'base64url').toString(),
    );
    if (
      v === 'meta.k8s.io/v1' &&
      Number.isInteger(rv) &&
      typeof start === 'string'
    ) {
      return { revision: rv, after: start };
    }
  } catch {
    // Falls through to the refusal.
  }
  throw badRequest(
    'invalid continue token: continue key is not valid: incorrect format',
  );
}
