import { randomUUID } from 'node:crypto';
import { idOf } from '../keystone/idOf';
import { IMAGES } from '../services/cloudResources';
import { newTemplateFields } from './newTemplateFields';
import { MagnumStore } from './store/MagnumStore';

/** The public templates of the cloud's operator, at the first start. */
export function seedTemplates(store: MagnumStore, now: Date): void {
  if (store.templates.length > 0) {
    return;
  }
  const images = IMAGES.filter(({ kube_version: version }) => version);
  store.setTemplates(
    images.map(({ id, kube_version: tag = '' }) => ({
      id: store.nextId(),
      uuid: randomUUID(),
      name: `k8s-${tag.split('.').slice(0, 2).join('.')}`,
      projectId: idOf('project', 'admin'),
      userId: idOf('user', 'admin'),
      createdAt: now.toISOString(),
      fields: newTemplateFields({
        image_id: id,
        flavor_id: 'm1.medium',
        master_flavor_id: 'm1.medium',
        dns_nameserver: '9.9.9.9',
        external_network_id: 'public',
        network_driver: 'calico',
        volume_driver: 'cinder',
        docker_storage_driver: 'overlay2',
        master_lb_enabled: true,
        public: true,
        labels: {
          kube_tag: tag,
          auto_healing_enabled: 'true',
          cinder_csi_enabled: 'true',
        },
      }),
    })),
  );
}
