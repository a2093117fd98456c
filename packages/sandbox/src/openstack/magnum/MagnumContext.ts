import { Speed } from '../types';
import { CertificateStore } from './certificates/CertificateStore';
import { Conductor } from './conductor/Conductor';
import { MagnumStore } from './store/MagnumStore';

/** What the parts of Magnum share. */
export interface MagnumContext {
  store: MagnumStore;
  conductor: Conductor;
  certificates: CertificateStore;
  speed: Speed;
  /** Whether Keystone knows a project of that id. */
  isProject: (id: string) => boolean;
  now: () => Date;
}
