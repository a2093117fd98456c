import { ApplicationCondition } from '../types';

export interface SetConditionsOptions {
  current: ApplicationCondition[];
  found: ApplicationCondition[];
  /** The types that were looked for: their other conditions are over. */
  evaluated: string[];
  now: string;
}

/** The conditions of an Application after some types were looked at again. */
export function setConditions(
  options: SetConditionsOptions,
): ApplicationCondition[] {
  const { current, found, evaluated, now } = options;
  const kept = current.filter(({ type }) => !evaluated.includes(type));
  const added = found.map(
    condition =>
      current.find(
        ({ type, message }) =>
          type === condition.type && message === condition.message,
      ) ?? { ...condition, lastTransitionTime: now },
  );
  const order = ({ type, message }: ApplicationCondition) =>
    `${type}/${message}`;
  return [...kept, ...added].sort((a, b) => (order(a) < order(b) ? -1 : 1));
}
