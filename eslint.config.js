import { configs as regexp } from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

/** Rooms that run unchanged in Node and in a browser. */
const PURE = [
  'src/{read,structure,language,judge,report,corpus}/**/*.ts',
  'src/{document,critique,result,pipeline,config}.ts',
];

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'coverage/', 'samples/'] },
  {
    files: ['src/**/*.ts', 'test/**/*.ts', 'scripts/**/*.ts', '*.config.ts'],
    extends: [tseslint.configs.recommendedTypeChecked, regexp['flat/recommended']],
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['vitest.config.ts'] }, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'no-restricted-syntax': ['error', { selector: 'ExportDefaultDeclaration', message: 'Export by name, so that a search finds every use.' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A review is text that we didn't write: no pattern may take more than linear time on it.
      'regexp/no-super-linear-backtracking': 'error',
      'regexp/no-super-linear-move': 'error',
      // Spelling a pattern the shortest way is a matter of taste; what people say is not.
      'regexp/prefer-d': 'off',
      'regexp/prefer-w': 'off',
      'regexp/use-ignore-case': 'off',
      'regexp/no-unused-capturing-group': 'warn',
    },
  },
  {
    files: PURE,
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ regex: '^node:', message: 'This room runs in a browser too. Take the value as an argument.' }] }],
      'no-restricted-globals': ['error', 'process', 'Buffer', '__dirname', 'require', 'localStorage', 'sessionStorage', 'fetch', 'XMLHttpRequest', 'WebSocket'],
    },
  },
  { files: ['eslint.config.js', '**/*.mjs'], languageOptions: { parserOptions: { projectService: false } } },
);
