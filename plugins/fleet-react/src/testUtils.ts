/**
 * For tests of pages that show the fleet.
 *
 * @packageDocumentation
 */
export { FakeFleet, type FakeFleetOptions } from './testUtils/FakeFleet';
export { FakeStream } from './testUtils/FakeStream';
export { fakeFinding } from './testUtils/fakeFinding';
export { fakeIncident } from './testUtils/fakeIncident';
export { fakeItem } from './testUtils/fakeItem';
export { fakeSource } from './testUtils/fakeSource';
