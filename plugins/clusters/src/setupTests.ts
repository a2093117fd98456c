import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';
import { installWidth } from './__testUtils__/setWidth';

// Pages are loaded when they are asked for, which takes its time the first time.
configure({ asyncUtilTimeout: 15_000 });
installWidth();
