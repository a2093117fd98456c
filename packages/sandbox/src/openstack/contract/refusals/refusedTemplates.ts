import { patchOf } from './patchOf';
import { Refusal } from './Refusal';

/** What Magnum does not take for a template. */
export const refusedTemplates: Refusal[] = [
  [
    'POST',
    '/clustertemplates',
    { coe: 'kubernetes' },
    400,
    "Invalid input for field/attribute image_id. Value: 'None'. Mandatory field missing.",
  ],
  [
    'POST',
    '/clustertemplates',
    { coe: 'kubernetes', image_id: 'nope' },
    400,
    'Cluster type (vm, Unset, kubernetes) not supported.',
  ],
  [
    'POST',
    '/clustertemplates',
    { coe: 'kubernetes', image_id: '<image>', external_network_id: 'nope' },
    400,
    'Unable to find external network nope.',
  ],
  [
    'POST',
    '/clustertemplates',
    { coe: 'kubernetes', image_id: '<image>', network_driver: 'nope' },
    400,
    'Network driver type nope is not supported, expecting a flannel/calico/unspecified network driver.',
  ],
  [
    'POST',
    '/clustertemplates',
    { coe: 'kubernetes', image_id: '<image>', public: true },
    403,
    'Not authorized to set public or hidden flag for cluster template.',
  ],
  [
    'PATCH',
    '/clustertemplates/<run>',
    patchOf('/dns_nameserver', '9.9.9.9'),
    400,
    'is referenced by one or multiple clusters.',
  ],
  [
    'PATCH',
    '/clustertemplates/<run>',
    patchOf('/image_id', '', 'remove'),
    400,
    "'/image_id' is a mandatory attribute and can not be removed",
  ],
  [
    'DELETE',
    '/clustertemplates/<run>',
    undefined,
    400,
    'is referenced by one or multiple clusters.',
  ],
];
