import type { Issue, Sheet } from '../../engine/index.ts'
import type { Expected } from './pattern.ts'

/** What a sheet shows of the things a sample expects, in the sample's own shape, so that both compare by equality. */
export function shown(sheet: Sheet, issues: readonly Issue[], expected: Expected): Expected {
  const pick = <K extends 'state' | 'base' | 'bonus' | 'deduction' | 'total' | 'grade' | 'rank' | 'pool'>(key: K) => (key in expected ? { [key]: sheet[key] } : {})
  const criteria = Object.keys(expected.criteria ?? {}).map((id) => {
    const found = sheet.criteria.find((c) => c.id === id)
    return [id, found?.earned ?? found?.state ?? 'unknown'] as const
  })
  const components = Object.keys(expected.components ?? {}).map((id) => {
    const found = sheet.components.find((c) => c.id === id)
    return [id, found?.state === 'given' ? found.earned : (found?.state ?? 'unknown')] as const
  })
  const about = issues.filter((i) => i.path.split('/').includes(sheet.unit) && i.code !== 'unit.blocked').map((i) => i.code)
  return {
    ...pick('state'), ...pick('base'), ...pick('bonus'), ...pick('deduction'), ...pick('total'), ...pick('grade'), ...pick('rank'), ...pick('pool'),
    ...(expected.criteria ? { criteria: Object.fromEntries(criteria) } : {}),
    ...(expected.components ? { components: Object.fromEntries(components) as { [id: string]: string } } : {}),
    ...(expected.outcomes ? { outcomes: sheet.outcomes.map((o) => o.rule) } : {}),
    ...(expected.flags ? { flags: expected.flags.filter((f) => sheet.flags.includes(f)) } : {}),
    ...(expected.without ? { without: expected.without.filter((f) => !sheet.flags.includes(f)) } : {}),
    ...(expected.issues ? { issues: [...new Set(about)].sort() } : {}),
  }
}
