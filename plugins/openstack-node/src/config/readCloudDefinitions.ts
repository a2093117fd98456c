import { Config } from '@backstage/config';
import { CloudDefinition } from './CloudDefinition';
import { CloudSettings, SaidSettings } from './CloudSettings';
import { findCloudsYaml } from './findCloudsYaml';
import { readCloudsYaml } from './readCloudsYaml';
import { readEnvironment } from './readEnvironment';
import { sharedSettings } from './settingNames';
import { toCloudDefinition } from './toCloudDefinition';

/** Where clouds are described. */
export interface ReadCloudDefinitionsOptions {
  config: Config;
  environment: Record<string, string | undefined>;
}

const KEY = 'magnum.clouds';

/**
 * What `magnum.clouds` says.
 *
 * @throws Error that names the key at fault
 */
export function readCloudDefinitions(
  options: ReadCloudDefinitionsOptions,
): CloudDefinition[] {
  const { config, environment } = options;
  const entries = config.getOptionalConfigArray(KEY) ?? [];
  const definitions = entries.map((entry, index) =>
    readCloud(entry, { key: `${KEY}[${index}]`, environment }),
  );
  const names = definitions.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new Error(`${KEY} has two clouds that are named ${twice}`);
  }
  return definitions;
}

interface Place {
  /** Of the cloud in app-config. */
  key: string;
  environment: Record<string, string | undefined>;
}

function readCloud(entry: Config, place: Place): CloudDefinition {
  const microversion = entry.getOptional('microversion');
  // YAML reads 1.10 as the number 1.1, which is another version.
  if (microversion !== undefined && !isMicroversion(microversion)) {
    throw new Error(
      `${place.key}.microversion has to be text such as '1.10', in quotes`,
    );
  }
  return toCloudDefinition(
    {
      name: entry.getString('name'),
      watchOnly: entry.getOptionalBoolean('watchOnly') ?? false,
      ...(microversion !== undefined && { microversion }),
    },
    readSettings(entry, place),
  );
}

/** What app-config itself says counts more than what it refers to. */
function readSettings(entry: Config, place: Place): SaidSettings {
  const own = readOwnSettings(entry);
  const other = readOtherSettings(entry, place);
  return {
    settings: { ...other?.settings, ...own },
    nameOf: setting =>
      other && own[setting] === undefined
        ? other.nameOf(setting)
        : `${place.key}.${setting}`,
  };
}

function readOwnSettings(entry: Config): CloudSettings {
  const settings: CloudSettings = {};
  for (const setting of [...sharedSettings, 'caData'] as const) {
    if (setting === 'authType') {
      continue;
    }
    const value =
      setting === 'verify'
        ? entry.getOptionalBoolean(setting)?.toString()
        : entry.getOptionalString(setting);
    if (value) {
      settings[setting] = value;
    }
  }
  return settings;
}

function readOtherSettings(
  entry: Config,
  { key, environment }: Place,
): SaidSettings | undefined {
  const variables = readEnvironment(environment);
  const fromEnvironment = entry.getOptionalBoolean('environment') ?? false;
  if (fromEnvironment && variables.settings.authUrl) {
    return variables;
  }
  if (!fromEnvironment && !entry.has('cloudsYaml')) {
    return undefined;
  }
  const cloud =
    entry.getOptionalString('cloudsYaml.cloud') ?? environment.OS_CLOUD;
  if (!cloud) {
    throw new Error(
      fromEnvironment
        ? `${key}.environment is true, but neither OS_AUTH_URL nor OS_CLOUD is set`
        : `${key}.cloudsYaml.cloud is missing, and OS_CLOUD is not set`,
    );
  }
  const file =
    entry.getOptionalString('cloudsYaml.file') ?? findCloudsYaml(environment);
  if (!file) {
    throw new Error(`${key}: there is no clouds.yaml`);
  }
  return readCloudsYaml({ file, cloud });
}

function isMicroversion(value: unknown): value is string {
  return typeof value === 'string' && /^1\.\d+$/.test(value);
}
