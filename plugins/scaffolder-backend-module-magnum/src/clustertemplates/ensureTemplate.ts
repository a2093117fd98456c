import { ConflictError, toError } from '@backstage/errors';
import { MagnumClusterTemplate } from '@slipway/backstage-plugin-openstack-node';
import { refuse } from '../checks';
import { Checkpoint } from '../creation';
import { Errand, isAnswerLost, patiently } from '../errands';
import { checkTemplate } from './checkTemplate';
import { findDifferences } from './findDifferences';
import { TemplateRequest } from './TemplateRequest';

export interface EnsureTemplateOptions {
  request: TemplateRequest;
  checkpoint: Checkpoint;
  dryRun: boolean;
}

export type EnsureTemplateResult =
  | { outcome: 'unchanged' | 'created' | 'updated'; uuid: string }
  | { outcome: 'planned'; uuid?: string };

/**
 * Makes a cluster template, or finds the one of that name. One that clusters
 * were made after never changes: a new version needs a new name.
 */
export async function ensureTemplate(
  errand: Errand,
  options: EnsureTemplateOptions,
): Promise<EnsureTemplateResult> {
  const { request } = options;
  const template = await find(errand, request.name);
  return template ? update(errand, template, options) : create(errand, options);
}

async function find(
  errand: Errand,
  name: string,
): Promise<MagnumClusterTemplate | undefined> {
  const { cloud, signal } = errand;
  const all = await patiently(errand, () =>
    cloud.magnum.listClusterTemplates({ signal }),
  );
  const found = all.filter(template => template.name === name);
  if (found.length > 1) {
    const uuids = found.map(({ uuid }) => uuid).join(', ');
    throw new ConflictError(
      `The cloud ${cloud.name} has ${found.length} cluster templates ${name} (${uuids}); delete all but one`,
    );
  }
  return found[0];
}

async function create(
  errand: Errand,
  { request, checkpoint, dryRun }: EnsureTemplateOptions,
): Promise<EnsureTemplateResult> {
  const { cloud, log } = errand;
  const what = `the cluster template ${request.name} in the cloud ${cloud.name}`;
  refuse(`Cannot make ${what}`, await checkTemplate(errand, request));
  if (dryRun) {
    log(`Would make ${what}`);
    return { outcome: 'planned' };
  }
  log(`Making ${what}`);
  const { uuid } = await checkpoint({
    key: `magnum.template.${cloud.name}.${request.name}`,
    fn: async () => ({ uuid: await post(errand, request) }),
  });
  return { outcome: 'created', uuid };
}

/** Names are not unique: what may have been made is looked for, not made again. */
async function post(errand: Errand, request: TemplateRequest): Promise<string> {
  const { cloud, log, signal } = errand;
  try {
    const { uuid } = await cloud.magnum.createClusterTemplate(
      { coe: 'kubernetes', ...request },
      { signal },
    );
    return uuid;
  } catch (error) {
    signal?.throwIfAborted();
    const made = isAnswerLost(error)
      ? await find(errand, request.name)
      : undefined;
    if (!made) {
      throw error;
    }
    log(`${toError(error).message}; Magnum has made it: ${made.uuid}`);
    return made.uuid;
  }
}

async function update(
  errand: Errand,
  template: MagnumClusterTemplate,
  { request, dryRun }: EnsureTemplateOptions,
): Promise<EnsureTemplateResult> {
  const { cloud, log, signal } = errand;
  const { name, uuid } = template;
  const fields = findDifferences(template, request);
  if (fields.length === 0) {
    log(`The cluster template ${name} is there already (${uuid})`);
    return { outcome: 'unchanged', uuid };
  }
  const clusters = await patiently(errand, () =>
    cloud.magnum.listClusters({ signal }),
  );
  const users = clusters.filter(
    ({ cluster_template_id: used }) => used === uuid,
  );
  if (users.length > 0) {
    throw new ConflictError(
      `Clusters were made after the cluster template ${name} (${users
        .map(cluster => cluster.name)
        .join(', ')}), so its ${fields.join(
        ', ',
      )} cannot change; give the new version a new name`,
    );
  }
  if (dryRun) {
    log(`Would change ${fields.join(', ')} of the cluster template ${name}`);
    return { outcome: 'planned', uuid };
  }
  log(`Changing ${fields.join(', ')} of the cluster template ${name}`);
  const wanted: Record<string, unknown> = { ...request };
  // Magnum refuses it for clusters of projects that we do not see, in its words.
  await patiently(errand, () =>
    cloud.magnum.updateClusterTemplate(
      uuid,
      fields.map(field => ({
        op: 'replace',
        path: `/${field}`,
        value: wanted[field],
      })),
      { signal },
    ),
  );
  return { outcome: 'updated', uuid };
}
