import { Choice } from './Choice';

/** The choice that a value stands for; links to forms give ids of the cloud. */
export function findChoice(
  choices: Choice[],
  value: string | undefined,
): Choice | undefined {
  return (
    choices.find(({ id }) => id === value) ??
    choices.find(
      ({ uuid, flavorId }) =>
        value !== undefined && [uuid, flavorId].includes(value),
    )
  );
}
