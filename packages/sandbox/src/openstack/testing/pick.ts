import { Answer } from './CloudClient';

/** Something inside an answer's body, by keys and positions. */
export function pick(answer: Answer, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (at as Record<string | number, unknown> | undefined)?.[key],
    answer.body,
  );
}
