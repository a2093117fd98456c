import { loadLibrary } from './hubs/loadLibrary';

// Jest takes seconds to load it, which would count as those of the first test.
beforeAll(() => void loadLibrary(), 60_000);
