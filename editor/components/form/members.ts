import { computed, ref, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { at, duplicate, memberName, put, removal, spotAt, under, type Json, type Lang, type Ruleset, type Step } from '../../../engine/index.ts'
import { thingName } from './form.ts'

const idOf = (item: Json | undefined): string | undefined => {
  const id = typeof item === 'object' && item !== null && !Array.isArray(item) ? item['id'] : undefined
  return typeof id === 'string' ? id : undefined
}

/** What a list of the document can do: its members, moving, copying and taking out one, each as one change. Members without ids are set with their whole list. */
export function useMembers(ruleset: () => Ruleset, names: () => readonly string[], lang: Ref<Lang>, send: (steps: Step[], group: string) => void) {
  const { t } = useI18n()
  const path = computed(() => under('', ...names()))
  const items = computed(() => (spotAt(ruleset(), names())?.value ?? []) as Json[])
  const label = computed(() => memberName(names().at(-1) ?? '', lang.value))
  /** The member whose removal is asked about. */
  const asking = ref('')
  /** Members that a step can name: in a list with ids that a path leads to. */
  const named = computed(() => at(ruleset(), path.value) !== undefined && items.value.every((item) => idOf(item) !== undefined))
  const keyOf = (i: number): string => idOf(items.value[i]) ?? String(i)
  const nameOf = (i: number): string => (named.value ? thingName(ruleset(), under(path.value, keyOf(i)), lang.value) : `${label.value} ${i + 1}`)

  function move(i: number, by: 1 | -1): void {
    const id = keyOf(i)
    const to = i + by
    if (to < 0 || to >= items.value.length) return
    const rest = items.value.toSpliced(i, 1)
    if (!named.value) return send(put(ruleset(), names(), rest.toSpliced(to, 0, items.value[i] as Json)), '')
    const before = (list: readonly Json[], place: number): string | null => idOf(list[place]) ?? null
    send([{ type: 'move', id, from: { path: path.value, before: before(items.value, i + 1) }, to: { path: path.value, before: before(rest, to) } }], `${path.value} order ${id}`)
  }
  function copy(i: number): void {
    if (named.value) send([duplicate(ruleset(), under(path.value, keyOf(i)), t('forms.copyMark'))], '')
  }
  /** Takes a member out at once when nothing uses it, and asks otherwise; -1 asks no more. */
  function ask(i: number): void {
    asking.value = ''
    if (i < 0) return
    const least = spotAt(ruleset(), names())?.shape.minItems ?? 0
    if (!named.value) {
      if (items.value.length > least) send(put(ruleset(), names(), items.value.toSpliced(i, 1)), '')
      return
    }
    const found = removal(ruleset(), under(path.value, keyOf(i)))
    if ('steps' in found) send(found.steps, '')
    else asking.value = keyOf(i)
  }
  return { path, items, label, named, keyOf, nameOf, move, copy, ask, asking }
}
