import js from '@eslint/js'
import query from '@tanstack/eslint-plugin-query'
import prettier from 'eslint-config-prettier'
import reactHooks from 'eslint-plugin-react-hooks'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

const typescript = ['**/*.ts', '**/*.tsx']
const tests = ['**/*.test.{ts,tsx,js}', 'test/**/*.{ts,tsx,js}']
const toolConfigs = ['*.config.{ts,js}', '.dependency-cruiser.cjs']

/** no-restricted-syntax is replaced, not merged, by a later block: each block therefore states its whole list. */
const everywhere = [
  {
    selector:
      ':matches(CallExpression[callee.property.name=/^(transaction|inOneStep)$/], CallExpression[callee.name=/^(transaction|inOneStep)$/]) > :function[async=true]',
    message: 'A step of the ledger is synchronous: the transaction would commit before the awaited part has run.',
  },
  { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that owns the thing.' },
  { selector: 'ExportNamedDeclaration[source]', message: 'No barrels: import from the file that owns the thing.' },
  {
    selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
    message: 'Text of residents must never become markup: render it as text.',
  },
  {
    selector:
      ':matches(MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/], Property[key.name="dangerouslySetInnerHTML"])',
    message: 'Text of residents must never become markup: render it as text.',
  },
]

const namedExports = [
  { selector: 'ExportDefaultDeclaration', message: 'Export by name, so that a thing has one name in every file.' },
]

const pureDecisions = [
  { selector: 'ThrowStatement', message: 'A decision answers with a refusal; it does not throw.' },
  { selector: 'TryStatement', message: 'Nothing throws in the domain, so there is nothing to catch.' },
  { selector: ':function[async=true]', message: 'A decision is a plain function: have what it needs handed in.' },
  { selector: 'AwaitExpression', message: 'A decision is a plain function: have what it needs handed in.' },
  {
    selector: ':matches(ClassDeclaration, ClassExpression)',
    message: 'The domain is functions and plain data: no classes.',
  },
  {
    selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
    message: 'Time is handed in: take `now` as an argument.',
  },
  {
    selector: ':matches(NewExpression[callee.name="Date"][arguments.length=0], CallExpression[callee.name="Date"])',
    message: 'Time is handed in: take `now` as an argument.',
  },
  {
    selector: 'MemberExpression[object.name="Math"][property.name="random"]',
    message: 'Chance is handed in, so that a decision can be repeated.',
  },
]

export default defineConfig(
  globalIgnores(['out/', '.cache/', 'data/', 'coverage/', 'test-results/', 'playwright-report/']),

  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },

  js.configs.recommended,
  {
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'max-lines': ['error', { max: 400 }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', ...everywhere],
    },
  },

  {
    files: typescript,
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'no-restricted-syntax': ['error', ...everywhere, ...namedExports],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      // Chinese text is cut into code points on purpose.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: false, requireDefaultForNonUnion: true },
      ],
    },
  },

  {
    files: ['hub-server/domain/**/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-syntax': ['error', ...everywhere, ...namedExports, ...pureDecisions],
      'no-restricted-globals': [
        'error',
        ...['process', 'Buffer', 'crypto', 'performance', 'console', 'fetch', 'Promise', 'globalThis'].map((name) => ({
          name,
          message: 'The domain knows only its arguments.',
        })),
        ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'].map((name) => ({
          name,
          message: 'Time passes by timers of the ledger: return the instant at which something falls due.',
        })),
      ],
    },
  },

  {
    files: ['renderer/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat['recommended-latest'], query.configs['flat/recommended']],
  },

  // What a command of the hub answers goes to the terminal; everything else of the hub goes through the log.
  { files: ['hub-server/main.ts', 'scripts/**/*.{js,ts}'], rules: { 'no-console': 'off' } },

  {
    files: ['scripts/**/*.js', '**/*.test.js', ...toolConfigs],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'AbortController',
          'AbortSignal',
          'Buffer',
          'URL',
          'clearInterval',
          'clearTimeout',
          'console',
          'fetch',
          'module',
          'process',
          'require',
          'setInterval',
          'setTimeout',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },

  {
    files: tests,
    rules: { 'max-lines-per-function': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },

  { files: toolConfigs, rules: { 'no-restricted-syntax': ['error', ...everywhere] } },

  prettier,
)
