import designSystem from '@atlaskit/eslint-plugin-design-system';
import { defineConfig } from 'eslint/config';
import importX from 'eslint-plugin-import-x';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Who may import whom: the architecture's one direction, room by room. */
const forbidden = [
  { room: 'src/domain', mayImport: ['src/domain'], because: 'domain imports nothing but itself' },
  { room: 'src/contract', mayImport: ['src/contract', 'src/domain'], because: 'the contract crosses to the browser' },
  { room: 'src/ports', mayImport: ['src/ports', 'src/domain'], because: 'ports speak the words of domain' },
  { room: 'src/use-cases', mayImport: ['src/use-cases', 'src/domain', 'src/ports'], because: 'use cases know ports, never adapters' },
  { room: 'src/adapters', mayImport: ['src/adapters', 'src/domain', 'src/ports'], because: 'adapters fill ports and know no use case' },
  {
    room: 'src/handlers',
    mayImport: ['src/handlers', 'src/use-cases', 'src/contract', 'src/domain', 'src/ports'],
    because: 'handlers get their adapters from app.ts',
  },
  { room: 'static', mayImport: ['static', 'src/contract', 'src/domain', 'locales'], because: 'screens know the contract and the words of domain' },
  { room: 'local', mayImport: ['local'], because: 'the local site reads manifest.yml and runs the bundle, as Forge does' },
];

/** Each file is typed once, by the first of these that it is part of; the first one has in it what its tests test. */
const programs = ['test/tsconfig.json', 'static/tsconfig.json', 'local/forge/browser/tsconfig.json'];

const packagesOfForge = { group: ['@forge/*'], message: 'Only adapters/forge, adapters/jira, handlers/resolver.ts and app.ts know Forge.' };

export default defineConfig(
  { ignores: ['**/dist/', 'node_modules/', '.data/', 'coverage/', 'test/screenshots/'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    plugins: { 'import-x': importX },
    languageOptions: { parserOptions: { project: programs, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'import-x/no-default-export': 'error',
      'import-x/no-restricted-paths': [
        'error',
        {
          basePath: import.meta.dirname,
          zones: forbidden.map(({ room, mayImport, because }) => ({
            target: `./${room}`,
            from: '.',
            except: [...mayImport, 'node_modules'].map((path) => `./${path}`),
            message: because,
          })),
        },
      ],
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allow: ['URLSearchParams', 'URL', 'Error'] },
      ],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // Code points are what a length limit and a checksum count.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: 'only-allowed-literals' }],
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // An empty text is as good as none where people type.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      // Indexing by a name is how records of the outside are read; the compiler asks for it.
      '@typescript-eslint/dot-notation': 'off',
      // Interfaces of ports are filled with functions that need not await.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportAllDeclaration', message: 'No barrel files: import from where a thing is made.' },
      ],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
      'no-console': 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/adapters/forge/**', 'src/adapters/jira/**', 'src/handlers/resolver.ts', 'src/app.ts', 'src/**/*.test.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [packagesOfForge] }] },
  },
  {
    // No clock, no chance, no outside in the rules.
    files: ['src/domain/**/*.ts', 'src/use-cases/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': ['error', 'fetch', 'setTimeout', 'setInterval', 'process', 'console'],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'There is one clock, and it is injected.' },
        { object: 'Math', property: 'random', message: 'Chance is injected.' },
      ],
    },
  },
  {
    files: ['static/**/*.{ts,tsx}'],
    extends: [jsxA11y.flatConfigs.strict],
    plugins: { 'react-hooks': reactHooks, '@atlaskit/design-system': designSystem },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      '@atlaskit/design-system/ensure-design-token-usage': 'error',
      // What scrolls must be reachable by keyboard, and a named region is how.
      'jsx-a11y/no-noninteractive-tabindex': ['error', { roles: ['region', 'tabpanel'], tags: [] }],
      // A form hears when any of its fields is left.
      'jsx-a11y/no-noninteractive-element-interactions': ['error', { handlers: ['onClick', 'onMouseDown', 'onKeyDown', 'onKeyUp'] }],
      // Options of a combobox are named by aria-activedescendant; the focus and the keys stay in its field.
      'jsx-a11y/interactive-supports-focus': 'off',
      'jsx-a11y/click-events-have-key-events': 'off',
    },
  },
  {
    // Jest's asymmetric matchers and a JSON body are typed any, and a wrong guess fails the test.
    files: ['**/*.test.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
    },
  },
  { files: ['static/vite.config.ts'], rules: { 'import-x/no-default-export': 'off' } },
  { files: ['local/**/*.{ts,tsx}', 'test/**/*.ts'], rules: { 'no-console': 'off' } },
  { files: ['src/adapters/forge/surroundings.ts'], rules: { 'no-console': 'off' } },
);
