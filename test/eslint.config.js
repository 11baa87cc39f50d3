import vue from 'eslint-plugin-vue'
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'

/** How the sources are written; `eslint --fix` writes them so. */
const FORM = {
  semi: ['error', 'never'], 'semi-style': ['error', 'first'], quotes: ['error', 'single', { avoidEscape: true, allowTemplateLiterals: false }], 'comma-dangle': ['error', 'only-multiline'], 'comma-style': 'error', 'arrow-parens': 'error',
  'comma-spacing': 'error', 'key-spacing': 'error', 'keyword-spacing': 'error', 'arrow-spacing': 'error', 'space-infix-ops': 'error', 'space-before-blocks': 'error', 'block-spacing': 'error', 'template-curly-spacing': 'error', 'spaced-comment': 'error',
  'space-before-function-paren': ['error', { anonymous: 'always', named: 'never', asyncArrow: 'always' }], 'object-curly-spacing': ['error', 'always'], 'array-bracket-spacing': 'error', 'no-whitespace-before-property': 'error',
  'no-multi-spaces': 'error', 'no-trailing-spaces': 'error', 'no-tabs': 'error', 'no-multiple-empty-lines': ['error', { max: 1, maxBOF: 0, maxEOF: 0 }], 'eol-last': 'error', 'linebreak-style': 'error', 'unicode-bom': 'error',
}

export default defineConfig(
  { ignores: ['**/dist/**', '**/node_modules/**', '**/data/**', 'engine/model/schema/**'] },
  ...tseslint.configs.recommended,
  ...vue.configs['flat/recommended'],
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    rules: { 'vue/max-attributes-per-line': 'off', 'vue/singleline-html-element-content-newline': 'off', 'vue/html-self-closing': 'off', 'vue/html-indent': 'off', 'vue/html-closing-bracket-newline': 'off', 'vue/first-attribute-linebreak': 'off', 'vue/attributes-order': 'off', 'vue/multi-word-component-names': 'off', 'vue/multiline-html-element-content-newline': 'off' },
  },
  { rules: { 'no-eval': 'error', 'no-new-func': 'error', eqeqeq: 'error', ...FORM } },
)
