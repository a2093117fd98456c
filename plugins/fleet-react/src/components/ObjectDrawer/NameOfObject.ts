import { ObjectRef } from '@slipway/backstage-plugin-fleet-common';

/**
 * What people call an object whose name is an id; `undefined` for what is called
 * by its name.
 *
 * @public
 */
export type NameOfObject = (object: ObjectRef) => string | undefined;
