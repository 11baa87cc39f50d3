import { createRouter, createWebHistory } from 'vue-router'
import SchemesPage from './pages/SchemesPage.vue'

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', name: 'schemes', component: SchemesPage },
    { path: '/edit/:draft', name: 'edit', component: () => import('./pages/EditPage.vue'), props: true },
    { path: '/check/:draft', name: 'check', component: () => import('./pages/CheckPage.vue'), props: true },
    { path: '/compare', name: 'compare', component: () => import('./pages/ComparePage.vue') },
    { path: '/explain', name: 'explain', component: () => import('./pages/ExplainPage.vue') },
    { path: '/simulate', name: 'simulate', component: () => import('./pages/SimulatePage.vue') },
    { path: '/help', name: 'help', component: () => import('./pages/HelpPage.vue') },
    { path: '/gallery', name: 'gallery', component: () => import('./pages/GalleryPage.vue') },
    { path: '/:rest(.*)', redirect: '/' },
  ],
})
