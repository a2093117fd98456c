import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fieldOf } from '../json/fieldOf';
import { isObject } from '../json/isObject';
import { textIn } from '../json/textIn';
import { CloudSettings, SaidSettings } from './CloudSettings';
import { readYamlFile } from './readYamlFile';
import { settingNames, sharedSettings } from './settingNames';

/** Settings by the names that they had before. */
const FORMER_NAMES: Record<string, string> = {
  project_name: 'tenant_name',
  project_id: 'tenant_id',
  interface: 'endpoint_type',
};

/** What `clouds.<cloud>` of a clouds.yaml says, and of the secure.yaml beside. */
export function readCloudsYaml(options: {
  file: string;
  cloud: string;
}): SaidSettings {
  const { file, cloud } = options;
  const clouds = fieldOf(readYamlFile(file), 'clouds');
  const entry = fieldOf(clouds, cloud);
  if (!isObject(entry)) {
    const known = isObject(clouds) ? Object.keys(clouds).join(', ') : '';
    throw new Error(
      `${file} has no cloud '${cloud}', only ${known || 'nothing'}`,
    );
  }
  const secure = join(dirname(file), 'secure.yaml');
  const secrets = existsSync(secure)
    ? fieldOf(fieldOf(readYamlFile(secure), 'clouds'), cloud)
    : undefined;
  const version = textIn(entry, 'identity_api_version') ?? '3';
  if (!/^3(\.|$)/.test(version)) {
    throw new Error(
      `clouds.${cloud}.identity_api_version of ${file} is ${version}: only 3 is supported`,
    );
  }
  const settings: CloudSettings = {};
  for (const setting of sharedSettings) {
    const value = find(setting, secrets) ?? find(setting, entry);
    if (value !== undefined) {
      settings[setting] = value;
    }
  }
  return { settings, nameOf: setting => nameIn(setting, options) };
}

function find(
  setting: (typeof sharedSettings)[number],
  entry: unknown,
): string | undefined {
  const { yaml } = settingNames[setting];
  const outside = isOutsideAuth(setting);
  const place = outside ? entry : fieldOf(entry, 'auth');
  return textIn(place, yaml) ?? textIn(place, FORMER_NAMES[yaml] ?? yaml);
}

function nameIn(
  setting: keyof CloudSettings,
  { file, cloud }: { file: string; cloud: string },
): string {
  if (setting === 'caData') {
    return setting;
  }
  const folder = isOutsideAuth(setting) ? '' : 'auth.';
  return `clouds.${cloud}.${folder}${settingNames[setting].yaml} of ${file}`;
}

function isOutsideAuth(setting: (typeof sharedSettings)[number]): boolean {
  return 'outsideAuth' in settingNames[setting];
}
