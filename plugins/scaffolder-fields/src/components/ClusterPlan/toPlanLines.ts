import { Plan } from './Plan';

/** The plan as sentences: the review shows values and nothing else. */
export function toPlanLines({ facts, quota, untold }: Plan): string[] {
  return [
    ...facts.map(([label, text]) => `${label}: ${text}`),
    ...quota
      .filter(({ used, after }) => after !== used)
      .map(
        ({ what, used, after, limit, isOver }) =>
          `${what}: ${used} now, ${
            after ?? 'nobody knows how many'
          } afterwards${limit === undefined ? '' : ` of ${limit}`}${
            isOver ? ', more than the quota has room for' : ''
          }`,
      ),
    ...(untold.length > 0 ? [`Quotas not told: ${untold.join(', ')}`] : []),
  ];
}
