import { randomBytes } from 'node:crypto';
import { systemClock } from '@slipway/backstage-plugin-fleet-node';
import {
  Cloud,
  Clouds,
  createClusterAdmin,
  isCredentialRefused,
  isNotFound,
  MagnumCluster,
  MagnumClusterTemplate,
} from '..';
import {
  definitionOf,
  LabAccess,
  readLabAccess,
} from '../__testUtils__/LabAccess';

/** Names a file with authUrl, user, password, project and region. */
(process.env.SLIPWAY_LAB_OPENSTACK ? describe : describe.skip)(
  'a cloud with Magnum',
  () => {
    jest.setTimeout(400_000);
    const run = `contract-${randomBytes(3).toString('hex')}`;
    let cloud: Cloud;
    let template: MagnumClusterTemplate;

    function connect(changes: Partial<LabAccess> = {}) {
      return Clouds.create([
        definitionOf({ ...readLabAccess(), ...changes }),
      ]).get();
    }

    beforeAll(async () => {
      cloud = connect();
      template = await cloud.magnum.createClusterTemplate(await pick(run));
    });

    afterAll(async () => {
      const clusters = await cloud.magnum.listClusters();
      const ours = clusters.filter(({ name }) => name.startsWith(run));
      await Promise.all(
        ours.map(async ({ uuid }) => {
          await cloud.magnum.deleteCluster(uuid).catch(ignoreGone);
          await untilGone(uuid);
        }),
      );
      await cloud.magnum.deleteClusterTemplate(template.uuid).catch(ignoreGone);
      await cloud.close();
    });

    async function pick(name: string) {
      const images = await known(cloud.lookups.images());
      const flavors = await known(cloud.lookups.flavors());
      const networks = await known(cloud.lookups.externalNetworks());
      const image =
        images.find(({ osDistro }) => osDistro === 'fedora-coreos') ??
        images.find(({ osDistro }) => osDistro)!;
      const [flavor] = flavors.sort((a, b) => a.ramMb - b.ramMb);
      return {
        name,
        coe: 'kubernetes',
        image_id: image.name,
        external_network_id: networks[0].name,
        flavor_id: flavor.name,
        master_flavor_id: flavor.name,
        network_driver: 'calico',
        docker_storage_driver: 'overlay2',
        master_lb_enabled: true,
        floating_ip_enabled: true,
        labels: { kube_tag: 'v1.23.3-rancher1', 'from-template': 'yes' },
      };
    }

    async function known<T>(
      lookup: Promise<
        | { outcome: 'known'; value: T }
        | { outcome: 'unavailable'; reason: string }
      >,
    ): Promise<T> {
      const found = await lookup;
      if (found.outcome === 'unavailable') {
        throw new Error(found.reason);
      }
      return found.value;
    }

    async function until(
      uuid: string,
      good: (cluster: MagnumCluster) => boolean,
    ): Promise<MagnumCluster> {
      for (;;) {
        const cluster = await cloud.magnum.getClusterSoonAfterCreate(uuid);
        if (good(cluster)) {
          return cluster;
        }
        if (cluster.status?.endsWith('_FAILED')) {
          throw new Error(JSON.stringify(cluster));
        }
        await systemClock.sleep(500);
      }
    }

    const complete = ({ status }: MagnumCluster) =>
      status?.endsWith('_COMPLETE') === true;

    async function untilGone(uuid: string) {
      for (;;) {
        try {
          await cloud.magnum.getCluster(uuid);
        } catch (error) {
          if (isNotFound(error)) {
            return;
          }
          throw error;
        }
        await systemClock.sleep(500);
      }
    }

    function ignoreGone(error: unknown) {
      if (!isNotFound(error)) {
        throw error;
      }
    }

    it('says who and where we are', async () => {
      const project = await cloud.project();
      expect(project.id).toMatch(/^[0-9a-f-]{32,36}$/);
      expect((await cloud.user()).name).toBe(readLabAccess().user);
      expect(await cloud.endpoint('container-infra')).toMatch(/^http/);
      expect(await cloud.magnum.microversion()).toMatchObject({
        min: '1.1',
        used: expect.stringMatching(/^1\.\d+$/),
      });
    });

    it('refuses a wrong password and a wrong region in its own words', async () => {
      const stranger = connect({ password: 'not-the-password' });
      const refused = await stranger.project().catch(error => error);
      expect(isCredentialRefused(refused)).toBe(true);
      expect(refused.message).toContain(
        'user, password, project or a domain is wrong',
      );
      await stranger.close();
      const elsewhere = connect({ region: 'Nowhere' });
      await expect(elsewhere.magnum.listClusters()).rejects.toThrow(
        /no public endpoint in region Nowhere, only in /,
      );
      await elsewhere.close();
    });

    it('has what forms ask for', async () => {
      const { lookups } = cloud;
      expect(await known(lookups.flavors())).not.toHaveLength(0);
      expect(await known(lookups.keypairs())).not.toHaveLength(0);
      await known(lookups.networks());
      expect(
        (await known(lookups.externalNetworks())).map(net => net.external),
      ).toContain(true);
      await known(lookups.subnets());
      // Not every cloud lets everybody know these.
      for (const lookup of [
        lookups.availabilityZones(),
        lookups.computeLimits(),
        lookups.volumeLimits(),
        lookups.networkQuota(),
      ]) {
        expect((await lookup).outcome).toMatch(/known|unavailable/);
      }
    });

    it('has templates, also in pages and by name', async () => {
      const all = await cloud.magnum.listClusterTemplates();
      expect(all.map(({ uuid }) => uuid)).toContain(template.uuid);
      expect(await cloud.magnum.getClusterTemplate(run)).toEqual(
        await cloud.magnum.getClusterTemplate(template.uuid),
      );
      const renamed = await cloud.magnum.updateClusterTemplate(template.uuid, [
        { op: 'replace', path: '/name', value: `${run}-renamed` },
      ]);
      expect(renamed.name).toBe(`${run}-renamed`);
    });

    it('has a quota and counts', async () => {
      const { id } = await cloud.project();
      expect(await cloud.magnum.getQuota(id)).toMatchObject({
        resource: 'Cluster',
        hard_limit: expect.any(Number),
      });
      expect(await cloud.magnum.getStats(id)).toMatchObject({
        clusters: expect.any(Number),
        nodes: expect.any(Number),
      });
    });

    it('refuses in words what makes no sense', async () => {
      const body = { name: `${run}-never`, cluster_template_id: template.uuid };
      await expect(
        cloud.magnum.createCluster({ ...body, cluster_template_id: 'nope' }),
      ).rejects.toMatchObject({ status: 404, service: 'magnum' });
      await expect(
        cloud.magnum.createCluster({ ...body, name: 'x y' }),
      ).rejects.toMatchObject({
        status: 400,
        reason: expect.stringContaining(
          'Invalid input for field/attribute name',
        ),
        requestId: expect.stringMatching(/^req-/),
      });
      await expect(
        cloud.magnum.createCluster({ ...body, keypair: 'no-such-key' }),
      ).rejects.toThrow('no-such-key');
      await expect(cloud.magnum.getCluster(`${run}-no`)).rejects.toMatchObject({
        status: 404,
      });
    });

    it('lives through the life of a cluster', async () => {
      const { magnum } = cloud;
      const [keypair] = await known(cloud.lookups.keypairs());
      const { uuid } = await magnum.createCluster({
        name: `${run}-one`,
        cluster_template_id: template.uuid,
        keypair: keypair.name,
        node_count: 1,
        labels: { mark: 'ours' },
        merge_labels: true,
        create_timeout: 30,
      });
      const fresh = await magnum.getClusterSoonAfterCreate(uuid);
      expect(fresh.labels).toMatchObject({
        mark: 'ours',
        'from-template': 'yes',
      });
      const made = await until(uuid, complete);
      expect(made.api_address).toMatch(/^https:/);
      expect(await magnum.getCluster(`${run}-one`)).toMatchObject({ uuid });
      expect((await magnum.listClusters()).map(one => one.uuid)).toContain(
        uuid,
      );

      const admin = await createClusterAdmin(cloud, made);
      expect(admin.server).toBe(made.api_address);
      expect(admin.caPem).toMatch(/^-----BEGIN CERTIFICATE-----/);
      expect(admin.certPem).toMatch(/^-----BEGIN CERTIFICATE-----/);
      expect(admin.keyPem).toMatch(/^-----BEGIN PRIVATE KEY-----/);

      await magnum.resizeCluster(uuid, { node_count: 2 });
      await until(
        uuid,
        one => one.status === 'UPDATE_COMPLETE' && one.node_count === 2,
      );
      await magnum.updateCluster(uuid, [
        { op: 'replace', path: '/node_count', value: 1 },
      ]);
      await until(uuid, one => complete(one) && one.node_count === 1);

      const group = await magnum.createNodeGroup(uuid, {
        name: 'more',
        node_count: 1,
        min_node_count: 1,
        max_node_count: 3,
        merge_labels: true,
      });
      await until(
        uuid,
        one => complete(one) && one.status !== 'CREATE_COMPLETE',
      );
      const groups = await magnum.listNodeGroups(uuid);
      expect(
        groups.map(({ name, max_node_count }) => [name, max_node_count]),
      ).toEqual(
        expect.arrayContaining([
          ['default-master', null],
          ['more', 3],
        ]),
      );
      const wider = await magnum.updateNodeGroup(uuid, group.uuid, [
        { op: 'replace', path: '/max_node_count', value: 5 },
      ]);
      expect(wider.max_node_count).toBe(5);
      await until(uuid, complete);
      await magnum.deleteNodeGroup(uuid, 'more');
      await until(uuid, complete);

      const next = await magnum.createClusterTemplate(
        await pick(`${run}-next`),
      );
      await magnum.upgradeCluster(uuid, {
        cluster_template: next.uuid,
        max_batch_size: 1,
      });
      await until(
        uuid,
        one => complete(one) && one.cluster_template_id === next.uuid,
      );
      await expect(
        magnum.deleteClusterTemplate(next.uuid),
      ).rejects.toMatchObject({ status: 400 });
      await magnum.rotateCertificateAuthority(uuid);
      await until(uuid, complete);
      // Magnum 15 is too old for it.
      const rotation = await magnum.rotateCredential(uuid).then(
        () => 'rotated',
        error => error.message,
      );
      expect(rotation).toMatch(/^rotated$|needs microversion 1\.12, the cloud/);
      await until(uuid, complete);

      await magnum.deleteCluster(uuid);
      await untilGone(uuid);
      const left = await magnum.listClusters();
      expect(left.map(one => one.uuid)).not.toContain(uuid);
      await magnum.deleteClusterTemplate(next.uuid);
    });

    it('lets an administrator set quotas and see the services', async () => {
      const { admin } = readLabAccess();
      if (!admin) {
        return;
      }
      const { id } = await cloud.project();
      const { magnum } = connect(admin);
      const quota = { project_id: id, hard_limit: 7 };
      expect(await magnum.createQuota(quota)).toMatchObject(quota);
      expect(await magnum.listQuotas()).toContainEqual(
        expect.objectContaining(quota),
      );
      expect(
        await magnum.updateQuota({ ...quota, hard_limit: 9 }),
      ).toMatchObject({ hard_limit: 9 });
      expect(await cloud.magnum.getQuota(id)).toMatchObject({ hard_limit: 9 });
      await magnum.deleteQuota(id);
      expect(await magnum.listServices()).toContainEqual(
        expect.objectContaining({ binary: 'magnum-conductor', state: 'up' }),
      );
    });
  },
);
