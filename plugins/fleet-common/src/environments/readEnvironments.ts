import { Config } from '@backstage/config';
import { Environment, EnvironmentPromotion } from './Environment';
import { isServiceName } from './isServiceName';

const KEY = 'slipway.environments';
const DEFAULT_NAMESPACE_PATTERN = '{service}-{environment}';

/**
 * Reads `slipway.environments`, in the order in which versions move through
 * them. Fails with the key that is wrong.
 *
 * @public
 */
export function readEnvironments(config: Config): Environment[] {
  const environments = (config.getOptionalConfigArray(KEY) ?? []).map(
    readEnvironment,
  );
  const names = environments.map(environment => environment.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) {
    throw new Error(`${KEY} names the environment "${twice}" twice`);
  }
  return environments;
}

function readEnvironment(config: Config, index: number): Environment {
  const at = `${KEY}[${index}]`;
  const name = config.getString('name');
  if (!isServiceName(name)) {
    throw new Error(
      `${at}.name is "${name}"; it must be a DNS label in lower case`,
    );
  }
  const namespacePattern =
    config.getOptionalString('namespacePattern') ?? DEFAULT_NAMESPACE_PATTERN;
  for (const placeholder of ['{service}', '{environment}']) {
    if (!namespacePattern.includes(placeholder)) {
      throw new Error(`${at}.namespacePattern must contain ${placeholder}`);
    }
  }
  return {
    name,
    hub: config.getString('hub'),
    clusterSelector: readSelector(config.getConfig('clusterSelector'), at),
    namespacePattern,
    approvers: config.getOptionalStringArray('approvers') ?? [],
    promotion: readPromotion(config, { at, first: index === 0 }),
  };
}

function readSelector(config: Config, at: string): Record<string, string> {
  const labels = config.get<Record<string, unknown>>('matchLabels');
  const entries = Object.entries(labels);
  if (entries.length === 0) {
    throw new Error(`${at}.clusterSelector.matchLabels has no labels`);
  }
  return Object.fromEntries(entries.map(([key, v]) => [key, String(v)]));
}

function readPromotion(
  config: Config,
  options: { at: string; first: boolean },
): EnvironmentPromotion {
  const value =
    config.getOptionalString('promotion') ??
    (options.first ? 'push' : 'pull-request');
  if (value !== 'push' && value !== 'pull-request') {
    throw new Error(
      `${options.at}.promotion is "${value}"; it must be push or pull-request`,
    );
  }
  if (value === 'push' && !options.first) {
    throw new Error(
      `${options.at}.promotion: only the first environment takes every push`,
    );
  }
  return value;
}
