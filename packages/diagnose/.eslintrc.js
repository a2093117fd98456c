module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    // What it imports of the suite is bundled, not installed beside it.
    '@backstage/no-undeclared-imports': 'off',
  },
});
