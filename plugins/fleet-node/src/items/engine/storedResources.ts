import { mergeResources, ProblemReporter, Row } from '../../rows';
import { StoredResource } from '../../rows/store';
import { FleetDomain } from '../FleetDomain';
import { indexName } from './DomainReader';

type Index = [string, (row: Row) => string[]];

/** How rows are kept: with the indexes that domains declare. @internal */
export function storedResources(
  domains: FleetDomain[],
  onProblem?: ProblemReporter,
): StoredResource[] {
  return mergeResources(domains).map(({ id, retention }) => ({
    id,
    retention,
    indexes: new Map(
      domains.flatMap(domain => declaredIndexes(domain, id, onProblem)),
    ),
  }));
}

function declaredIndexes(
  domain: FleetDomain,
  resource: string,
  onProblem?: ProblemReporter,
): Index[] {
  const specs = domain.resources.filter(({ id }) => id === resource);
  return specs.flatMap(({ indexes = {} }) =>
    Object.entries(indexes).map(
      ([name, keysOf]): Index => [
        indexName(domain.id, name),
        (row: Row) => {
          try {
            return domain.id in row.slices ? keysOf(row) : [];
          } catch (error) {
            onProblem?.({
              domain: domain.id,
              step: `index ${name}`,
              subject: `${row.source}/${resource}/${row.namespace}/${row.name}`,
              error: error instanceof Error ? error : new Error(String(error)),
            });
            return [];
          }
        },
      ],
    ),
  );
}
