import { ClusterRegistry } from '../clusters/ClusterRegistry';
import { ManifestSource } from '../render/ManifestSource';
import { clusterParams } from './clusterParams';
import { gitParams } from './gitParams';
import { renderValue } from './renderValue';
import { ApplicationSet, Generator, Params } from './types';

export interface GenerateParamsOptions {
  spec: ApplicationSet['spec'];
  clusters: ClusterRegistry;
  manifests: ManifestSource;
}

/** The parameters that a generator gives, one set for each Application. */
export async function generateParams(
  generator: Generator,
  options: GenerateParamsOptions,
): Promise<Params[]> {
  const { list, clusters, git, matrix } = generator;
  if (list) {
    return list.elements ?? [];
  }
  if (clusters) {
    return clusterParams(clusters.selector, options.clusters).map(params =>
      withValues(params, clusters.values, options),
    );
  }
  if (git) {
    const found = await gitParams(git, options.manifests);
    return found.map(params => withValues(params, git.values, options));
  }
  if (matrix) {
    return combine(matrix.generators, options);
  }
  throw new Error(
    `no generator of this sandbox is set: ${Object.keys(generator).join(', ')}`,
  );
}

// The second generator may use what the first one gave.
async function combine(
  generators: Generator[],
  options: GenerateParamsOptions,
): Promise<Params[]> {
  if (generators.length !== 2) {
    throw new Error(
      generators.length < 2
        ? 'found less than two generators, Matrix support only two'
        : 'found more than two generators, Matrix support only two',
    );
  }
  const [first, second] = generators;
  const combined: Params[] = [];
  for (const outer of await generateParams(first, options)) {
    const filled = renderValue(second, outer, options.spec);
    for (const inner of await generateParams(filled, options)) {
      combined.push({ ...outer, ...inner });
    }
  }
  return combined;
}

function withValues(
  params: Params,
  values: Record<string, string> | undefined,
  { spec }: GenerateParamsOptions,
): Params {
  return values
    ? { ...params, values: renderValue(values, params, spec) }
    : params;
}
