import { Container, Pod } from '../types';
import { Image } from './Images';

/**
 * Why a container that must not run as root cannot be started, in the kubelet's
 * words. The classic: an image whose USER is a name, which nobody can check.
 */
export function whyRoot(
  pod: Pod,
  container: Container,
  image: Image,
): string | undefined {
  const context = { ...pod.spec.securityContext, ...container.securityContext };
  if (!context.runAsNonRoot) {
    return undefined;
  }
  const { name, namespace, uid } = pod.metadata;
  const where = `(pod: "${name}_${namespace}(${uid})", container: ${container.name})`;
  if (context.runAsUser !== undefined) {
    return context.runAsUser === 0
      ? `container's runAsUser breaks non-root policy ${where}`
      : undefined;
  }
  const [user] = (image.dockerfile.user ?? '0').split(':');
  if (!/^\d+$/.test(user)) {
    return `container has runAsNonRoot and image has non-numeric user (${user}), cannot verify user is non-root ${where}`;
  }
  return Number(user) === 0
    ? `container has runAsNonRoot and image will run as root ${where}`
    : undefined;
}
