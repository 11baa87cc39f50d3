import { createPinia } from 'pinia'
import { createApp } from 'vue'
import 'element-plus/dist/index.css'
import 'element-plus/theme-chalk/dark/css-vars.css'
import './styles/tokens.css'
import './styles/base.css'
import App from './App.vue'
import { i18n } from './i18n/index.ts'
import { router } from './router.ts'

createApp(App)
  .directive('focus', { mounted: (element: HTMLElement) => requestAnimationFrame(() => element.focus()) })
  .use(createPinia()).use(i18n).use(router).mount('#app')
