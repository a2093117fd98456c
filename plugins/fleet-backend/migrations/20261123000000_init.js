/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('fleet_meta', table => {
    table.comment('Facts about the other tables');
    table.string('key').primary();
    table.text('value').notNullable();
  });

  await knex.schema.createTable('fleet_rows', table => {
    table.comment('Projections of objects, as they were last seen');
    table.text('id').primary().comment('Source, resource and uid');
    table.text('source').notNullable();
    table.text('resource').notNullable();
    table.text('data').notNullable().comment('The row as JSON');
    table.index(['source', 'resource'], 'fleet_rows_source_idx');
  });

  await knex.schema.createTable('fleet_resources', table => {
    table.comment('How far each resource of a source is known');
    table.text('source').notNullable();
    table.text('resource').notNullable();
    table
      .text('resource_version')
      .comment('Where its watch resumes; none until all of it is stored');
    table.text('coverage').comment('As JSON');
    table.primary(['source', 'resource']);
  });

  await knex.schema.createTable('fleet_sources', table => {
    table.comment('Clusters and other places that rows come from');
    table.text('id').primary();
    table.text('data').notNullable().comment('As JSON');
  });

  await knex.schema.createTable('fleet_items', table => {
    table.comment('What must be remembered of items; the rest is derived');
    table.text('id').primary();
    table.string('status').notNullable();
    table.text('cause');
    table.string('since').notNullable();
    table.text('memory').comment('As JSON');
  });

  await knex.schema.createTable('fleet_timeline', table => {
    table.comment('Which status an item had since when; the newest of each');
    table.bigIncrements('seq');
    table.text('item').notNullable();
    table.string('at').notNullable();
    table.string('status').notNullable();
    table.text('cause');
    table.text('says');
    table.index(['item', 'seq'], 'fleet_timeline_item_idx');
  });

  await knex.schema.createTable('fleet_incidents', table => {
    table.comment('Outages, open and lately closed');
    table.text('id').primary();
    table.string('closed_at');
    table.text('data').notNullable().comment('As JSON');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'fleet_incidents',
    'fleet_timeline',
    'fleet_items',
    'fleet_sources',
    'fleet_resources',
    'fleet_rows',
    'fleet_meta',
  ]) {
    await knex.schema.dropTable(table);
  }
};
