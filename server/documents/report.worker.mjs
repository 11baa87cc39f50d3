import { register } from 'tsx/esm/api'

register()
await import('./report.worker.ts')
