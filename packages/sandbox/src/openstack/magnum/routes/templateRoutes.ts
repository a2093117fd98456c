import { randomUUID } from 'node:crypto';
import { Router } from 'express';
import { asyncRoute } from '../../http/asyncRoute';
import { JsonObject } from '../../http/jsonObject';
import { ServiceError } from '../../http/ServiceError';
import { Caller } from '../../keystone/Caller';
import { callerOf } from '../../keystone/requireToken';
import { IMAGES } from '../../services/cloudResources';
import { applyPatch } from '../checks/applyPatch';
import { readFields } from '../checks/readFields';
import {
  requireDistribution,
  requireExternalNetwork,
  requireFlavor,
} from '../checks/requireResources';
import { TEMPLATE_FIELDS } from '../checks/templateFields';
import { findTemplate, visibleTemplates } from '../find';
import { MagnumContext } from '../MagnumContext';
import { newTemplateFields } from '../newTemplateFields';
import { randomName } from '../newCluster';
import { pageOf } from '../pageOf';
import { templateJson } from '../render/templateJson';
import { requireRole } from '../requireRole';
import { TemplateFields, TemplateRecord } from '../store/records';

const DRIVERS = {
  network_driver: { word: 'Network', known: ['flannel', 'calico'] },
  volume_driver: { word: 'Volume', known: ['cinder'] },
};

/** `/clustertemplates`. */
export function templateRoutes(context: MagnumContext): Router {
  const { store, now } = context;
  const router = Router();

  const list = (path: string) =>
    asyncRoute((req, res) => {
      const caller = callerOf(req);
      requireRole(caller, 'reader', 'clustertemplate:get_all');
      const { items, next } = pageOf(req, visibleTemplates(context, caller), {
        kind: 'ClusterTemplate',
        path,
        keys: {
          uuid: ({ uuid }) => uuid,
          name: ({ name }) => name,
          created_at: ({ createdAt }) => createdAt,
        },
      });
      res.json({ clustertemplates: items.map(templateJson), next });
    });
  router.get('/', list('clustertemplates'));
  router.get('/detail', list('clustertemplates/detail'));

  router.get(
    '/:template',
    asyncRoute((req, res) => {
      const caller = callerOf(req);
      const template = findTemplate(context, caller, req.params.template);
      requireRole(caller, 'reader', 'clustertemplate:get');
      res.json(templateJson(template));
    }),
  );

  router.post(
    '/',
    asyncRoute((req, res) => {
      const caller = callerOf(req);
      const { name, ...given } = readFields(
        req.body,
        'cluster_template',
        TEMPLATE_FIELDS,
      );
      requireRole(caller, 'member', 'clustertemplate:create');
      const fields = newTemplateFields(given as Partial<TemplateFields>);
      requireUsable(fields, caller);
      const template: TemplateRecord = {
        id: store.nextId(),
        uuid: randomUUID(),
        name: name === undefined ? randomName('template') : String(name),
        projectId: caller.project.id,
        userId: caller.user.id,
        createdAt: now().toISOString(),
        fields,
      };
      store.setTemplates([...store.templates, template]);
      res.status(201).json(templateJson(template));
    }),
  );

  router.patch(
    '/:template',
    asyncRoute((req, res) => {
      const caller = callerOf(req);
      const template = findTemplate(context, caller, req.params.template);
      requireOwn(template, caller, 'clustertemplate:update');
      const before = { name: template.name, ...template.fields };
      const after = applyPatch(before as JsonObject, req.body, {
        internal: ['uuid', 'project_id', 'user_id', 'created_at', 'updated_at'],
        mandatory: ['image_id', 'coe'],
      });
      const { name, ...given } = after;
      const fields = given as unknown as TemplateFields;
      requireImage(fields.image_id);
      const isChanged = Object.entries(template.fields).some(
        ([key, value]) =>
          !['public', 'hidden', 'tags'].includes(key) && after[key] !== value,
      );
      if (isChanged) {
        requireUnused(context, template);
      }
      const isShown =
        fields.public !== template.fields.public ||
        fields.hidden !== template.fields.hidden;
      requireUsable(
        { ...fields, ...(isShown ? {} : { public: false, hidden: false }) },
        caller,
      );
      const changed: TemplateRecord = {
        ...template,
        name: String(name),
        fields,
        updatedAt: now().toISOString(),
      };
      store.setTemplates(
        store.templates.map(known =>
          known.uuid === template.uuid ? changed : known,
        ),
      );
      res.json(templateJson(changed));
    }),
  );

  router.delete(
    '/:template',
    asyncRoute((req, res) => {
      const caller = callerOf(req);
      const template = findTemplate(context, caller, req.params.template);
      requireOwn(template, caller, 'clustertemplate:delete');
      requireUnused(context, template);
      store.setTemplates(
        store.templates.filter(({ uuid }) => uuid !== template.uuid),
      );
      res.status(204).end();
    }),
  );
  return router;
}

function requireOwn(template: TemplateRecord, caller: Caller, rule: string) {
  requireRole(caller, 'member', rule);
  if (template.projectId !== caller.project?.id) {
    requireRole(caller, 'admin', rule);
  }
}

function requireUnused({ store }: MagnumContext, { uuid }: TemplateRecord) {
  if (store.clusters.some(({ templateId }) => templateId === uuid)) {
    throw new ServiceError(
      400,
      `ClusterTemplate ${uuid} is referenced by one or multiple clusters.`,
    );
  }
}

function requireImage(image: string) {
  if (!IMAGES.some(({ id, name }) => id === image || name === image)) {
    throw new ServiceError(400, `Image ${image} could not be found.`);
  }
}

function requireUsable(fields: TemplateFields, caller: Caller) {
  for (const [field, { word, known }] of Object.entries(DRIVERS)) {
    const driver = fields[field as keyof typeof DRIVERS];
    if (driver !== null && !known.includes(driver)) {
      throw new ServiceError(
        400,
        `${word} driver type ${driver} is not supported, expecting a ${known.join(
          '/',
        )}/unspecified ${word.toLowerCase()} driver.`,
      );
    }
  }
  fields.cluster_distro = requireDistribution({
    imageId: fields.image_id,
    serverType: fields.server_type,
    coe: fields.coe,
  });
  requireFlavor(fields.flavor_id);
  requireFlavor(fields.master_flavor_id);
  requireExternalNetwork(fields.external_network_id);
  if ((fields.public || fields.hidden) && !caller.roles.includes('admin')) {
    throw new ServiceError(
      403,
      'Not authorized to set public or hidden flag for cluster template.',
    );
  }
}
