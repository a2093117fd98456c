import {
  BackstageCredentials,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogPermissions } from '@backstage/plugin-catalog-common/alpha';
import { kubernetesPermissions } from '@backstage/plugin-kubernetes-common';
import {
  AuthorizeResult,
  createPermission,
  Permission,
} from '@backstage/plugin-permission-common';
import { scaffolderPermissions } from '@backstage/plugin-scaffolder-common/alpha';
import { certificatePermissions } from '@slipway/backstage-plugin-certificates-common';
import { clusterPermissions } from '@slipway/backstage-plugin-clusters-common';
import {
  fleetPermissions,
  RESOURCE_TYPE_FLEET_ITEM,
  slipwayPermissions,
} from '@slipway/backstage-plugin-fleet-common';
import { SlipwayPermissionPolicy } from './SlipwayPermissionPolicy';

const DEVELOPER = 'user:default/developer';
const LONER = 'user:default/loner';
const STOREFRONT = 'group:default/storefront';

const everything: Permission[] = [
  ...catalogPermissions,
  ...kubernetesPermissions,
  ...scaffolderPermissions,
  ...slipwayPermissions,
  ...fleetPermissions,
  ...certificatePermissions,
  ...clusterPermissions,
  createPermission({ name: 'slipway.unheard.of', attributes: {} }),
  createPermission({
    name: 'fleet.unheard.of',
    attributes: {},
    resourceType: RESOURCE_TYPE_FLEET_ITEM,
  }),
  createPermission({
    name: 'fleet.unheard.of.update',
    attributes: { action: 'update' },
    resourceType: RESOURCE_TYPE_FLEET_ITEM,
  }),
  createPermission({
    name: 'fleet.unheard.of.delete',
    attributes: { action: 'delete' },
    resourceType: RESOURCE_TYPE_FLEET_ITEM,
  }),
];

function createPolicy() {
  const getUserInfo = jest.fn(async (credentials: BackstageCredentials) => {
    const { userEntityRef } = (
      credentials as BackstageCredentials<{ userEntityRef: string }>
    ).principal;
    const groups: Record<string, string[]> = {
      [DEVELOPER]: [STOREFRONT],
      [LONER]: [],
    };
    const ownershipEntityRefs = [
      userEntityRef,
      ...(groups[userEntityRef] ?? ['group:default/platform-team']),
    ];
    return { userEntityRef, ownershipEntityRefs };
  });
  const userInfo: UserInfoService = mockServices.userInfo.mock({ getUserInfo });
  const policy = SlipwayPermissionPolicy.create({
    platformGroups: ['group:default/platform-team'],
    userInfo,
  });
  const decide = (permission: Permission, credentials: BackstageCredentials) =>
    policy.handle(
      { permission },
      { credentials, info: { userEntityRef: '', ownershipEntityRefs: [] } },
    );
  return { decide, getUserInfo, policy };
}

function named(name: string): Permission {
  const permission = everything.find(candidate => candidate.name === name);
  if (!permission) {
    throw new Error(`There is no permission ${name}`);
  }
  return permission;
}

describe('SlipwayPermissionPolicy', () => {
  it.each(everything.map(permission => permission.name))(
    'lets platform engineers do %s',
    async name => {
      const { decide } = createPolicy();
      await expect(
        decide(
          named(name),
          mockCredentials.user('user:default/platform-engineer'),
        ),
      ).resolves.toEqual({ result: AuthorizeResult.ALLOW });
    },
  );

  it.each(everything.map(permission => permission.name))(
    'lets nobody do %s who is not signed in',
    async name => {
      const { policy } = createPolicy();
      await expect(policy.handle({ permission: named(name) })).resolves.toEqual(
        { result: AuthorizeResult.DENY },
      );
    },
  );

  it.each([
    ['catalog.entity.read', 'ALLOW'],
    ['catalog.entity.create', 'ALLOW'],
    ['catalog.entity.refresh', 'CONDITIONAL'],
    ['catalog.entity.delete', 'CONDITIONAL'],
    ['catalog.entity.validate', 'ALLOW'],
    ['catalog.location.read', 'ALLOW'],
    ['catalog.location.create', 'ALLOW'],
    ['catalog.location.analyze', 'ALLOW'],
    ['catalog.location.delete', 'DENY'],
    ['catalog.ingestion.read', 'DENY'],
    ['catalog.ingestion.manage', 'DENY'],
    ['kubernetes.proxy', 'DENY'],
    ['kubernetes.clusters.read', 'ALLOW'],
    ['kubernetes.resources.read', 'ALLOW'],
    ['scaffolder.action.execute', 'ALLOW'],
    ['scaffolder.template.parameter.read', 'ALLOW'],
    ['scaffolder.template.step.read', 'ALLOW'],
    ['scaffolder.template.dry-run', 'DENY'],
    ['scaffolder.template.management', 'DENY'],
    ['scaffolder.task.create', 'ALLOW'],
    ['scaffolder.task.read', 'CONDITIONAL'],
    ['scaffolder.task.cancel', 'CONDITIONAL'],
    ['slipway.service.create', 'ALLOW'],
    ['slipway.service.update', 'ALLOW'],
    ['slipway.service.delete', 'DENY'],
    ['slipway.platform.write', 'DENY'],
    ['slipway.cluster.create', 'DENY'],
    ['slipway.cluster.update', 'DENY'],
    ['slipway.cluster.delete', 'DENY'],
    ['fleet.item.read', 'CONDITIONAL'],
    ['fleet.source.read', 'ALLOW'],
    ['certificates.certificate.renew', 'CONDITIONAL'],
    ['slipway.unheard.of', 'DENY'],
    ['fleet.unheard.of', 'DENY'],
    ['fleet.unheard.of.update', 'CONDITIONAL'],
    ['fleet.unheard.of.delete', 'DENY'],
  ])('decides for developers: %s is %s', async (name, result) => {
    const { decide } = createPolicy();
    await expect(
      decide(named(name), mockCredentials.user(DEVELOPER)),
    ).resolves.toMatchObject({ result });
  });

  it('lets developers refresh and delete what their teams own', async () => {
    const { decide } = createPolicy();
    const decision = {
      pluginId: 'catalog',
      conditions: {
        rule: 'IS_ENTITY_OWNER',
        params: { claims: [DEVELOPER, STOREFRONT] },
      },
    };
    for (const name of ['catalog.entity.refresh', 'catalog.entity.delete']) {
      await expect(
        decide(named(name), mockCredentials.user(DEVELOPER)),
      ).resolves.toMatchObject(decision);
    }
  });

  it('lets developers read and cancel their own tasks', async () => {
    const { decide } = createPolicy();
    for (const name of ['scaffolder.task.read', 'scaffolder.task.cancel']) {
      await expect(
        decide(named(name), mockCredentials.user(DEVELOPER)),
      ).resolves.toMatchObject({
        pluginId: 'scaffolder',
        conditions: {
          rule: 'IS_TASK_OWNER',
          params: { createdBy: [DEVELOPER] },
        },
      });
    }
  });

  it('shows developers what their groups own on the clusters, and lets them repair it', async () => {
    const { decide } = createPolicy();
    for (const name of ['fleet.item.read', 'certificates.certificate.renew']) {
      await expect(
        decide(named(name), mockCredentials.user(DEVELOPER)),
      ).resolves.toEqual({
        result: AuthorizeResult.CONDITIONAL,
        pluginId: 'fleet',
        resourceType: RESOURCE_TYPE_FLEET_ITEM,
        conditions: {
          rule: 'IS_OWNER',
          resourceType: RESOURCE_TYPE_FLEET_ITEM,
          params: { owners: [STOREFRONT] },
        },
      });
    }
  });

  it('shows nothing on the clusters to whoever belongs to no group', async () => {
    const { decide } = createPolicy();
    for (const name of ['fleet.item.read', 'certificates.certificate.renew']) {
      await expect(
        decide(named(name), mockCredentials.user(LONER)),
      ).resolves.toEqual({ result: AuthorizeResult.DENY });
    }
  });

  it('asks once who the caller is, however many permissions are asked for', async () => {
    const { decide, getUserInfo } = createPolicy();
    const credentials = mockCredentials.user(DEVELOPER);
    await Promise.all(
      everything.map(permission => decide(permission, credentials)),
    );
    expect(getUserInfo).toHaveBeenCalledTimes(1);
  });
});
