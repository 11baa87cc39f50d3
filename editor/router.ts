import { createRouter, createWebHistory } from 'vue-router'
import EditPage from './pages/EditPage.vue'
import SchemesPage from './pages/SchemesPage.vue'

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', name: 'schemes', component: SchemesPage },
    { path: '/edit/:draft', name: 'edit', component: EditPage, props: true },
    { path: '/:rest(.*)', redirect: '/' },
  ],
})
