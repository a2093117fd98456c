// Who may import whom, as docs/architecture.md draws it. ESLint reads this
// (.eslintrc.js), so a forbidden import fails `yarn lint`.
const fs = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '..');

/** All workspace packages: folder, short name, package name, Backstage role. */
function listRooms() {
  return ['packages', 'plugins'].flatMap(group =>
    fs
      .readdirSync(path.join(root, group))
      .filter(name =>
        fs.existsSync(path.join(root, group, name, 'package.json')),
      )
      .map(name => {
        const manifest = path.join(root, group, name, 'package.json');
        const { name: packageName, backstage } = JSON.parse(
          fs.readFileSync(manifest, 'utf8'),
        );
        return {
          folder: `${group}/${name}`,
          name,
          packageName,
          role: backstage?.role,
        };
      }),
  );
}

const isCommon = room => room.role === 'common-library';
const isNode = room => room.role === 'node-library' && room.name !== 'sandbox';
const isWeb = room => room.role === 'web-library';
const isDomainModule = room => /^fleet-backend-module-/.test(room.name);

/** Whether code in room `from` may import from room `to`. */
function mayImport(from, to) {
  if (from.name === to.name) {
    return true;
  }
  // The sandbox must be able to lie, as a cloud can: it shares no code with us.
  if (from.name === 'sandbox' || to.name === 'sandbox') {
    return false;
  }
  if (from.name === 'app') {
    return to.role.startsWith('frontend-plugin') || isCommon(to) || isWeb(to);
  }
  if (from.name === 'backend') {
    return to.name === 'app' || /backend/.test(to.role);
  }
  if (from.name === 'diagnose') {
    return /^fleet-node/.test(to.name) || isCommon(to) || isDomainModule(to);
  }
  if (isCommon(from)) {
    return to.name === 'fleet-common';
  }
  if (from.role.startsWith('frontend-plugin') || isWeb(from)) {
    return isCommon(to) || isWeb(to);
  }
  // For tests of all backend parts; as a dependency the lint takes it nowhere else.
  if (to.name === 'fleet-node-test-utils') {
    return true;
  }
  if (isNode(from) || from.name === 'fleet-backend') {
    return to.name === 'fleet-node' || to.name === 'fleet-common';
  }
  if (isDomainModule(from)) {
    return (
      to.name === 'fleet-node' ||
      isCommon(to) ||
      (from.name.endsWith('-clusters') && to.name === 'openstack-node')
    );
  }
  return isCommon(to) || isNode(to);
}

/** Zones for ESLint's import/no-restricted-paths. */
function forbiddenZones(rooms = listRooms()) {
  return rooms.flatMap(from =>
    rooms
      .filter(to => !mayImport(from, to))
      .map(to => ({
        target: path.join(root, from.folder),
        // A package is found by its folder and through its link.
        from: [to.folder, path.join('node_modules', to.packageName)].map(
          folder => path.join(root, folder),
        ),
        message: `${from.name} may not import ${to.name} (docs/architecture.md, "Rooms").`,
      })),
  );
}

module.exports = { forbiddenZones, listRooms, mayImport };
