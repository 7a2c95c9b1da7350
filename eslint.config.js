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
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A review is text that we didn't write: no pattern may take more than linear time on it.
      'regexp/no-super-linear-backtracking': 'error',
      'regexp/no-super-linear-move': 'error',
      // Long lists of words are easier to read and mend than the shortest pattern that means the same.
      ...Object.fromEntries([
        'no-dupe-characters-character-class', 'no-dupe-disjunctions', 'no-obscure-range', 'no-unused-capturing-group', 'no-useless-character-class', 'no-useless-lazy',
        'no-useless-non-capturing-group', 'no-useless-quantifier', 'optimal-quantifier-concatenation', 'prefer-character-class', 'prefer-d', 'prefer-plus-quantifier',
        'prefer-question-quantifier', 'prefer-quantifier', 'prefer-star-quantifier', 'prefer-w', 'sort-flags', 'use-ignore-case',
      ].map((rule) => [`regexp/${rule}`, 'off'])),
      // Control characters are looked for on purpose, to take them out.
      'no-control-regex': 'off',
      // The language library hands out its readers as plain functions that are typed as methods.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: PURE,
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ regex: '^node:', message: 'This room runs in a browser too. Take the value as an argument.' }] }],
      'no-restricted-globals': ['error', 'process', 'Buffer', '__dirname', 'require', 'localStorage', 'sessionStorage', 'fetch', 'XMLHttpRequest', 'WebSocket'],
    },
  },
  {
    // Tests and scripts read only our own files.
    files: ['test/**/*.ts', 'scripts/**/*.ts'],
    rules: { 'regexp/no-super-linear-backtracking': 'off', 'regexp/no-super-linear-move': 'off' },
  },
  { files: ['eslint.config.js', '**/*.mjs'], languageOptions: { parserOptions: { projectService: false } } },
);
