import { JsonValue } from '@backstage/types';
import { Checkpoint } from '../creation';

/** Remembers as the scaffolder does across runs of one task. */
export function rememberCheckpoints(): Checkpoint {
  const values = new Map<string, JsonValue | void>();
  return async <T extends JsonValue | void>(options: {
    key: string;
    fn: () => Promise<T> | T;
  }): Promise<T> => {
    const known = values.get(options.key);
    const value = known === undefined ? await options.fn() : (known as T);
    values.set(options.key, value);
    return value;
  };
}
