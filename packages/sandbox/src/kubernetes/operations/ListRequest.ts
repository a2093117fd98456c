import { ApiResource } from '../registry';

/** Which objects a list or watch is about, and from when. */
export interface ListRequest {
  resource: ApiResource;
  namespace?: string;
  labelSelector?: string;
  fieldSelector?: string;
  resourceVersion?: string;
  resourceVersionMatch?: string;
  limit?: number;
  continueToken?: string;
}
