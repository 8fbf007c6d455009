import { existsSync, readdirSync } from 'node:fs';
import { expect } from 'chai';
import { formats, formatWith } from '../../../shared/formats/registry.ts';

const place = new URL('../../../../shared/formats/', import.meta.url);
const folders = readdirSync(place, { withFileTypes: true })
  .filter(({ name }) => existsSync(new URL(`${name}/${name}.ts`, place)))
  .map(({ name }) => name);

describe('the registry of formats', () => {
  it('has every format that has a folder', () => {
    expect(formats.map(({ id }) => id)).to.have.members(folders);
  });

  it('finds a format by its id, and none by another', () => {
    expect(formatWith('web-annotation')?.extension).to.equal('jsonld');
    expect(formatWith('constructor')).to.equal(undefined);
  });

  for (const { id, label, extension, mediaType } of formats)
    it(`names ${id} as addresses, menus and files need it`, () => {
      expect(id).to.match(/^[a-z][a-z0-9-]{0,39}$/);
      expect(label).to.match(/\S/);
      expect(extension).to.match(/^[a-z0-9.]+$/);
      expect(mediaType).to.match(/^[a-z]+\/[a-z0-9.+-]+(;|$)/);
    });
});
