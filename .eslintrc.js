const { forbiddenZones } = require('./scripts/rooms.cjs');

module.exports = {
  root: true,
  plugins: ['import'],
  settings: {
    'import/resolver': { node: { extensions: ['.ts', '.tsx', '.js'] } },
  },
  rules: {
    'import/no-restricted-paths': ['error', { zones: forbiddenZones() }],
  },
};
