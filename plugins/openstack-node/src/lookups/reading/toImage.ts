import { textIn } from '../../json/textIn';
import { Image } from '../things';

/** Of Glance's words. */
export function toImage(body: Record<string, unknown>): Image | undefined {
  const id = textIn(body, 'id');
  if (!id) {
    return undefined;
  }
  const osDistro = textIn(body, 'os_distro');
  const kubeVersion = textIn(body, 'kube_version');
  return {
    id,
    name: textIn(body, 'name') ?? id,
    status: textIn(body, 'status') ?? 'unknown',
    ...(osDistro && { osDistro }),
    ...(kubeVersion && { kubeVersion }),
  };
}
