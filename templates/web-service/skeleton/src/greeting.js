'use strict';

/** What the service says. */
const GREETING = 'Hello from ${{ values.name }}';

module.exports = { GREETING };
