import { join } from 'node:path';
import ts from 'typescript';

const root = join(__dirname, '..', '..');

/**
 * Forge's bundler compiles src/index.ts and what it imports by the root's tsconfig.json, with these options put over it
 * (@forge/bundler, webpack configuration of ts-loader). A setting that clashes with them, or that forbids output, fails the deploy.
 */
const putOver = { jsx: 'react', jsxFactory: 'ForgeUI.createElement', sourceMap: true };

it('compiles as Forge does', () => {
  const config = ts.parseConfigFileTextToJson('tsconfig.json', ts.sys.readFile(join(root, 'tsconfig.json')) ?? '');
  expect(config.error).toBeUndefined();
  const { options, errors } = ts.convertCompilerOptionsFromJson({ ...config.config.compilerOptions, ...putOver }, root);
  expect(errors).toEqual([]);
  const program = ts.createProgram([join(root, 'src', 'index.ts')], options);
  const written: string[] = [];
  const { diagnostics } = program.emit(undefined, (path) => void written.push(path));
  const problems = [...ts.getPreEmitDiagnostics(program), ...diagnostics].map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  expect(problems).toEqual([]);
  expect(written).toContainEqual(expect.stringMatching(/src[/\\]index\.js$/));
});
