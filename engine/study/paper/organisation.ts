import { under } from '../../model/path.ts'
import { valueLabel } from '../names.ts'
import { heading, joined, labels, line, names, number, fixed, say, said, text, type Line, type Run, type Writer } from './block.ts'

const ROLES = ['organising', 'assessing', 'approving', 'survey', 'review', 'recipient', 'delegate'] as const

/** Title, bases, period and summary. */
export function opening(w: Writer): Line[] {
  const { title, year, bases, period, fullMarks, summary, document } = w.ruleset
  const cited = bases.map((basis) => say(w, /^[《“"]/.test(basis.title) ? 'basis.quoted' : 'basis', {
    title: text(under('bases', basis.id), 'title', basis.title), number: basis.number === undefined ? '' : say(w, 'basis.number', { number: text(under('bases', basis.id), 'number', basis.number) }),
  }))
  return [
    { kind: 'title', id: 'title', path: document ? 'document' : '', level: 0, runs: document ? text('document', 'title', document.title) : text('', 'title', title) },
    { kind: 'subtitle', id: 'subtitle', path: '', level: 0, runs: say(w, 'subtitle', { year: fixed('', 'year', year) }) },
    line(0, bases.length ? 'bases' : '', 'purpose', say(w, cited.length ? 'purpose' : 'purpose.plain', { title: text('', 'title', title), bases: joined(w, cited, 'list') }), bases[0]?.source),
    line(0, '', 'period', say(w, 'period', { start: period.start, end: period.end, points: number('', 'fullMarks', fullMarks) })),
    ...(summary ? [line(0, '', 'summary', text('', 'summary', summary))] : []),
  ]
}

/** Who organises, assesses and approves. */
export function organisation(w: Writer): Line[] {
  const roles = ROLES.flatMap((role) => {
    const bodies = w.ruleset.bodies.filter((body) => body.role === role)
    return bodies.length ? [line(2, 'bodies', role, say(w, `role.${role}`, { bodies: labels(w, 'bodies', bodies) }), bodies[0]?.source)] : []
  })
  const approvals = w.ruleset.workflow.approvals.map((one) => line(2, under('workflow/approvals', one.id), 'approval', say(w, one.proposedBy?.length ? 'approval.proposed' : 'approval', {
    label: text(under('workflow/approvals', one.id), 'label', one.label), by: names(w, w.ruleset.bodies, one.by), proposed: names(w, w.ruleset.bodies, one.proposedBy ?? []),
  }), one.source))
  return roles.length + approvals.length ? [heading(1, 'bodies', say(w, 'ch.organisation')), ...roles, ...approvals] : []
}

/** Who is assessed, group by group, and what about them decides which content applies. */
export function objects(w: Writer): Line[] {
  const { categories, categoryGroups = [], attributes } = w.ruleset
  return [
    heading(1, 'categories', say(w, 'ch.objects')),
    line(0, 'categories', 'lead', say(w, 'objects.lead', { count: String(categories.length) })),
    ...categories.map((one) => line(2, under('categories', one.id), 'category', [...text(under('categories', one.id), 'label', one.label), ...say(w, 'stop')], one.source)),
    ...categoryGroups.map((one) => line(0, under('categoryGroups', one.id), 'group', say(w, 'group', { label: text(under('categoryGroups', one.id), 'label', one.label), categories: names(w, categories, one.categories) }), one.source)),
    ...(attributes.length ? [line(0, 'attributes', 'attributes', say(w, 'attributes', { list: labels(w, 'attributes', attributes) }))] : []),
  ]
}

/** How it is assessed and what the total is made of. */
export function methods(w: Writer): Line[] {
  const { methods: list, components, missing } = w.ruleset
  const parts = components.map((one) => say(w, 'component', { label: text(under('components', one.id), 'label', one.label), points: number(under('components', one.id), 'points', one.points, one.source) }))
  const told = (id: string | undefined, reference: boolean | undefined): Run[] =>
    id !== undefined ? say(w, 'method.component', { component: names(w, components, [id]) }) : reference ? say(w, 'method.reference') : say(w, 'stop')
  return list.length === 0 ? [] : [
    heading(1, 'methods', say(w, 'ch.methods')),
    ...(parts.length ? [line(0, 'components', 'components', say(w, 'components', { components: joined(w, parts, 'list') }), components[0]?.source)] : []),
    ...list.map((one) => line(2, under('methods', one.id), 'method', [...text(under('methods', one.id), 'label', one.label), ...told(one.component, one.reference)], one.source)),
    ...(missing ? [line(0, 'missing', 'policy', say(w, 'missing', { policy: valueLabel('policy', missing.policy, w.lang) }), missing.source)] : []),
    ...components.flatMap((one) => (one.missing ? [line(0, under('components', one.id), 'missing', say(w, 'missing.component', { label: one.label, policy: valueLabel('missing', one.missing, w.lang) }), one.source)] : [])),
  ]
}

/** Steps of the year, time limits and duties. */
export function workflow(w: Writer): Line[] {
  const { stages, limits, duties } = w.ruleset.workflow
  if (stages.length + limits.length + duties.length === 0) return []
  return [
    heading(1, 'workflow', say(w, 'ch.workflow')),
    ...(stages.length ? [line(2, 'workflow/stages', 'stages', say(w, 'stages', { stages: joined(w, stages.map((s) => text(under('workflow/stages', s.id), 'label', s.label)), 'list') }), stages[0]?.source)] : []),
    ...limits.map((one) => {
      const path = under('workflow/limits', one.id)
      const begin = one.after === undefined ? say(w, `starts.${one.startsAt}`) : say(w, 'starts.after', { limit: names(w, limits, [one.after]) })
      return line(2, path, 'limit', [
        ...say(w, 'limit', { label: text(path, 'label', one.label), begin, days: fixed(path, 'days', one.days, one.source), unit: said(w, `days.${one.unit}`) }),
        ...(one.together?.length ? say(w, 'together', { limits: names(w, limits, one.together) }) : []),
      ], one.source)
    }),
    ...duties.map((one) => line(2, under('workflow/duties', one.id), 'duty', [...text(under('workflow/duties', one.id), 'label', one.label), ...say(w, 'stop')], one.source)),
  ]
}

/** Who assesses on behalf of whom. */
export const delegations = (w: Writer): Line[] => w.ruleset.delegations.length === 0 ? [] : [
  heading(1, 'delegations', say(w, 'ch.delegations')),
  ...w.ruleset.delegations.map((one) => {
    const path = under('delegations', one.id)
    const whom = [...(one.categories?.length ? names(w, w.ruleset.categories, one.categories) : []), ...(one.units === undefined ? [] : [...(one.categories?.length ? say(w, 'among') : []), ...text(path, 'units', one.units)])]
    return line(2, path, 'delegation', [
      ...text(path, 'label', one.label), ...say(w, `delegation.${one.effect}`, { to: names(w, w.ruleset.bodies, one.to) }), ...(whom.length ? say(w, 'delegation.whom', { whom }) : []), ...say(w, 'stop'),
    ], one.source)
  }),
]

/** What words mean and what a decision must hold. */
export function terms(w: Writer): Line[] {
  const { glossary = [], decisionKinds } = w.ruleset
  return glossary.length + decisionKinds.length === 0 ? [] : [
    heading(1, 'glossary', say(w, 'ch.terms')),
    ...decisionKinds.map((one) => line(2, under('decisionKinds', one.id), 'decision', say(w, 'decision', {
      label: text(under('decisionKinds', one.id), 'label', one.label), requires: one.requires.map((part) => valueLabel('requires', part, w.lang)).join(said(w, 'list')),
    }), one.source)),
    ...glossary.map((one) => line(2, under('glossary', one.id), 'term', say(w, 'term', { term: text(under('glossary', one.id), 'term', one.term), meaning: text(under('glossary', one.id), 'meaning', one.meaning) }), one.source)),
  ]
}
