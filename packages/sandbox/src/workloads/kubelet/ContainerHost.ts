import { EventText } from '../../client';
import { ContainerLog } from '../logs/ContainerLog';
import { Container, Pod } from '../types';
import { ContainerPorts } from './ContainerPorts';
import { Images } from './Images';

/** What a pod gives its containers. */
export interface ContainerHost {
  /** As it is now. */
  pod(): Pod;
  podIp(): string;
  /** The pod's own folder. */
  readonly folder: string;
  readonly ports: ContainerPorts;
  readonly images: Images;
  readonly now: () => Date;
  readonly backOff: { firstMs: number; maxMs: number };
  environmentOf(container: Container): Record<string, string>;
  /** Puts the container's volumes into its files. */
  mount(container: Container, root: string): void;
  beginLog(container: string, run: number): ContainerLog;
  /** Says that this node has the image now; false when it had it before. */
  pulled(image: string): boolean;
  /** Resolves when a ConfigMap or Secret of the namespace changes. */
  configurationChanged(signal: AbortSignal): Promise<void>;
  record(event: EventText): void;
  /** Whether the image shall crash at start, on purpose. */
  crashes(): boolean;
  /** The container's status is another one. */
  changed(): void;
}
