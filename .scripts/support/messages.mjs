import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inProject } from './project.mjs';

const require = createRequire(import.meta.url);
const toolsFolder = path.dirname(require.resolve('@lit/localize-tools/package.json'));
const tool = file => import(pathToFileURL(path.join(toolsFolder, 'lib', file)).href);
// The tools work on the compiler that they bring, which is older than the project's own.
const ts = createRequire(path.join(toolsFolder, 'lib/index.js'))('typescript');

const { RuntimeLitLocalizer } = await tool('modes/runtime.js');
const { readConfigFileAndWriteSchema } = await tool('config.js');

const settings = inProject('client/localize/lit-localize.json');
const messageTypes = require.resolve('@lit/localize').replace(/\.js$/, '.d.ts');

/** Extracts messages from a program that knows the types of msg() and nothing else: a tenth of the time. */
class Localizer extends RuntimeLitLocalizer {
  #program;

  get program() {
    this.#program ??= this.#make();
    return this.#program;
  }

  #make() {
    const options = { noLib: true, types: [], target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext };
    const host = ts.createCompilerHost(options);
    const resolvedModule = { resolvedFileName: messageTypes, extension: ts.Extension.Dts };
    const within = messageTypes.slice(0, -path.basename(messageTypes).length);
    host.resolveModuleNameLiterals = (literals, from) =>
      literals.map(({ text }) => {
        if (text === '@lit/localize') return { resolvedModule };
        if (!from.startsWith(within) || !text.startsWith('.')) return { resolvedModule: undefined };
        const file = path.join(path.dirname(from), text.replace(/\.js$/, '.d.ts'));
        return { resolvedModule: { resolvedFileName: file, extension: ts.Extension.Dts } };
      });
    return ts.createProgram(this.filesAndCompilerOptions.fileNames, options, host);
  }
}

export function localizer() {
  return new Localizer(readConfigFileAndWriteSchema(settings));
}

/** How many forms a message in braces has in each language. */
const forms = { en: 2, es: 2, ru: 3, fr: 2 };
const formsOf = text => [...text.matchAll(/\{([^{}]*¦[^{}]*)\}/gu)].map(([, all]) => all.split('¦').length);

/** A message as one text, its placeholders numbered. */
export const textOf = ({ contents }) =>
  contents.map(part => (typeof part === 'string' ? part : `\${${part.index}}`)).join('');

/** Everything that is wrong with the messages and their translations, one line each. */
export function faultsOf(localizer) {
  const { messages, errors } = localizer.extractSourceMessages();
  const { translations } = localizer.readTranslationsSync();
  const faults = errors.map(
    ({ file, start, messageText }) =>
      `${path.relative(inProject(), file.fileName)} at ${start}: ${messageText}`,
  );
  faults.push(...localizer.validateTranslations().errors);
  const check = (language, message) => {
    const text = textOf(message);
    // The tools write these as entities, which a plain text would show.
    if (/[<>&]/u.test(message.contents.filter(part => typeof part === 'string').join('')))
      faults.push(`${language}: “${text}” has one of < > &.`);
    if (formsOf(text).some(count => count !== forms[language]))
      faults.push(`${language}: “${text}” should give ${forms[language]} forms.`);
  };
  for (const message of messages) check('en', message);
  const known = new Map(messages.map(message => [message.name, message]));
  for (const language of localizer.config.targetLocales) {
    const translated = translations.get(language) ?? [];
    const names = new Set(translated.map(({ name }) => name));
    for (const message of translated) {
      const source = known.get(message.name);
      if (!source) continue;
      check(language, message);
      if (formsOf(textOf(source)).length > 0 && formsOf(textOf(message)).length === 0)
        faults.push(`${language}: “${textOf(message)}” has lost its forms.`);
    }
    for (const message of messages)
      if (!names.has(message.name)) faults.push(`${language}: “${textOf(message)}” is not translated.`);
    const built = readFileSync(inProject(`client/localize/locales/${language}.ts`), 'utf8');
    for (const { name, contents } of translated)
      if (known.has(name) && !built.includes(`'${name}'`))
        faults.push(`${language}: “${textOf({ contents })}” is not built.`);
  }
  return faults;
}
