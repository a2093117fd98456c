import { AuthService, PermissionsService } from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { AutocompleteHandler } from '@backstage/plugin-scaffolder-node/alpha';
import { clusterCreatePermission } from '@slipway/backstage-plugin-clusters-common';
import { Clouds } from '@slipway/backstage-plugin-openstack-node';
import { answerOf } from './answerOf';
import { AutocompleteResult } from './AutocompleteResult';
import { listClusters } from './listClusters';
import { listFlavors } from './listFlavors';
import { listNodeGroups } from './listNodeGroups';
import { listQuota } from './listQuota';
import { listTemplates } from './listTemplates';
import { present } from './present';
import { Question } from './Question';

export interface AutocompleteOptions {
  auth: AuthService;
  clouds: Clouds;
  permissions: PermissionsService;
}

type Answer = (question: Question) => Promise<AutocompleteResult[]>;

/** Longer than anybody looks at an empty field. */
const LONGEST_MS = 20_000;

const ANSWERS = new Map<string, Answer>(
  Object.entries<Answer>({
    'cluster-templates': listTemplates,
    flavors: listFlavors,
    clusters: listClusters,
    'node-groups': listNodeGroups,
    quota: listQuota,
    keypairs: async ({ cloud, signal }) =>
      (await answerOf(cloud.lookups.keypairs({ signal }))).map(({ name }) => ({
        id: name,
        title: name,
      })),
    networks: async ({ cloud, signal }) =>
      (await answerOf(cloud.lookups.networks({ signal }))).map(
        ({ id, name, shared }) => ({ id, title: name, ...present({ shared }) }),
      ),
    'availability-zones': async ({ cloud, signal }) =>
      (await answerOf(cloud.lookups.availabilityZones({ signal }))).map(
        ({ name, available }) => ({
          id: name,
          title: name,
          ...present({ available }),
        }),
      ),
  }),
);

/** Fills the fields of forms from the clouds, for those who may order clusters. */
export function createAutocompleteHandler(
  options: AutocompleteOptions,
): AutocompleteHandler {
  const { clouds } = options;
  return async ({ resource, token, context = {} }) => {
    await authorize(options, token);
    if (resource === 'clouds') {
      return { results: listClouds(clouds) };
    }
    const answer = ANSWERS.get(resource);
    if (!answer) {
      const known = ['clouds', ...ANSWERS.keys()].join(', ');
      throw new InputError(
        `Clouds are not asked for "${resource}", only for ${known}`,
      );
    }
    const cloud = clouds.get(context.cloud || undefined);
    if (cloud.watchOnly) {
      throw new InputError(`The cloud ${cloud.name} is only watched`);
    }
    const signal = AbortSignal.timeout(LONGEST_MS);
    return { results: await answer({ cloud, context, signal }) };
  };
}

function listClouds(clouds: Clouds): AutocompleteResult[] {
  return clouds
    .list()
    .filter(({ watchOnly }) => !watchOnly)
    .map(({ name, region }) => ({
      id: name,
      title: region ? `${name} (${region})` : name,
      ...present({ region }),
    }));
}

/** The token is that of the person before the form. */
async function authorize(
  { auth, permissions }: AutocompleteOptions,
  token: string,
): Promise<void> {
  const credentials = await auth.authenticate(token);
  const [{ result }] = await permissions.authorize(
    [{ permission: clusterCreatePermission }],
    { credentials },
  );
  if (result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(
      `The permission ${clusterCreatePermission.name} is missing; ask a platform engineer for it`,
    );
  }
}
