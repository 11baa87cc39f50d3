import { ref, shallowRef } from 'vue'

/** A simulation that was given a name: all that its link holds. */
export interface Scenario { name: string; query: { [part: string]: string } }
const KEY = 'fadu.scenarios'

const isScenario = (value: unknown): value is Scenario =>
  typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string' && 'query' in value && typeof value.query === 'object' && value.query !== null && Object.values(value.query).every((part) => typeof part === 'string')
function kept(): Scenario[] {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(list) ? list.filter(isScenario) : []
  } catch {
    return []
  }
}

/** Named simulations, kept in this browser; two of one name are one. */
export function useScenarios() {
  const list = shallowRef(kept())
  /** The browser's store is full or switched off. */
  const unkept = ref(false)
  function put(next: Scenario[]): void {
    list.value = next
    try {
      localStorage.setItem(KEY, JSON.stringify(next))
      unkept.value = false
    } catch {
      unkept.value = true
    }
  }
  const without = (name: string): Scenario[] => list.value.filter((one) => one.name !== name)
  return {
    list, unkept,
    save: (name: string, query: Scenario['query']): void => put([...without(name), { name, query }]),
    rename: (from: string, to: string): void => put(list.value.filter((one) => one.name === from || one.name !== to).map((one) => (one.name === from ? { ...one, name: to } : one))),
    remove: (name: string): void => put(without(name)),
  }
}
