import { Request } from 'express';
import { GitHubError } from './GitHubError';

type FieldType = 'string' | 'boolean' | 'number' | 'array' | 'object';

type ValueOf<F extends string> = F extends `string${string}`
  ? string
  : F extends `boolean${string}`
  ? boolean
  : F extends `number${string}`
  ? number
  : F extends `array${string}`
  ? unknown[]
  : Record<string, unknown>;

/** A field's type; `?` means that it may be absent or null. */
export type BodyShape = Record<string, FieldType | `${FieldType}?`>;

/** The fields of a shape, those with `?` possibly `undefined`. */
export type BodyOf<S extends BodyShape> = {
  [K in keyof S]: S[K] extends `${string}?`
    ? ValueOf<S[K]> | undefined
    : ValueOf<S[K]>;
};

/** The fields of a JSON body; what is missing or of a wrong type is a 422 in GitHub's words. */
export function readBody<S extends BodyShape>(
  req: Request | { body: unknown },
  shape: S,
): BodyOf<S> {
  const body = (req.body ?? {}) as Record<string, unknown>;
  const result: Record<string, unknown> = {};
  for (const [name, type] of Object.entries(shape)) {
    const optional = type.endsWith('?');
    const wanted = optional ? type.slice(0, -1) : type;
    const value = Object.hasOwn(body, name) ? body[name] : undefined;
    if (value === undefined || (value === null && optional)) {
      if (!optional) {
        throw new GitHubError(
          422,
          `Invalid request.\n\n"${name}" wasn't supplied.`,
        );
      }
    } else if (typeOf(value) === wanted) {
      result[name] = value;
    } else {
      const article = /^[aeiou]/.test(wanted) ? 'an' : 'a';
      const shown = JSON.stringify(value).slice(0, 100);
      throw new GitHubError(
        422,
        `Invalid request.\n\nFor 'properties/${name}', ${shown} is not ${article} ${wanted}.`,
      );
    }
  }
  return result as BodyOf<S>;
}

function typeOf(value: unknown): string {
  if (value === null) {
    return 'null';
  }
  return Array.isArray(value) ? 'array' : typeof value;
}
