import { CloudDefinition } from './CloudDefinition';
import { SaidSettings } from './CloudSettings';
import { readAuthorities } from './readAuthorities';
import { readCredential } from './readCredential';

const INTERFACES = ['public', 'internal', 'admin'] as const;
const NO = ['false', 'no', 'off', '0'];

/** What is only said in app-config. */
export type OwnSettings = Pick<
  CloudDefinition,
  'name' | 'microversion' | 'watchOnly'
>;

/** A cloud by its settings. */
export function toCloudDefinition(
  own: OwnSettings,
  said: SaidSettings,
): CloudDefinition {
  const { region, verify } = said.settings;
  const ca = readAuthorities(said);
  return {
    ...own,
    authUrl: readAuthUrl(said),
    credential: readCredential(said),
    interface: readInterface(said),
    ...(region && { region }),
    ...(ca && { ca }),
    ...(verify && { verify: !NO.includes(verify.toLowerCase()) }),
  };
}

function readAuthUrl({ settings, nameOf }: SaidSettings): string {
  const { authUrl } = settings;
  const name = nameOf('authUrl');
  if (!authUrl) {
    throw new Error(`${name} is missing`);
  }
  const url = URL.canParse(authUrl) ? new URL(authUrl) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new Error(`${name} is no address of http or https`);
  }
  if (url.username || url.password) {
    throw new Error(`${name} must not have a user or a password in it`);
  }
  return authUrl;
}

function readInterface({
  settings,
  nameOf,
}: SaidSettings): CloudDefinition['interface'] {
  // Former clouds.yaml files say publicURL.
  const wanted = (settings.interface ?? 'public').replace(/URL$/, '');
  const found = INTERFACES.find(name => name === wanted);
  if (!found) {
    throw new Error(
      `${nameOf('interface')} has to be one of ${INTERFACES.join(', ')}`,
    );
  }
  return found;
}
