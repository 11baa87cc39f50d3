import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

export const root = path.resolve(import.meta.dirname, '../..')
const filesIn = (top: string): string[] => (readdirSync(path.join(root, top), { recursive: true }) as string[]).map((name) => path.join(top, name)).filter((name) => /\.(ts|vue)$/.test(name) && !name.endsWith('.d.ts')).sort()
/** Product files (engine, server, editor), and those of the tests; relative to the root. */
export const PRODUCT: readonly string[] = ['engine', 'server', 'editor'].flatMap(filesIn)
export const TESTS: readonly string[] = filesIn('test')
export const textOf = (file: string): string => readFileSync(path.join(root, file), 'utf8')

/** One import or re-export: `names` are those taken (`*` = everything), `typeOnly` when nothing is left at run time. */
export interface Import { from: string; to: string; names: string[]; typeOnly: boolean; reExport: boolean }
export interface Parsed { file: string; imports: Import[]; exports: string[]; stars: number; literals: string[]; patterns: RegExp[]; names: Map<string, number>; types: Set<string> }

const scriptOf = (file: string, text: string): string => (file.endsWith('.vue') ? [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((m) => m[1]).join('\n') : text)
const templateOf = (file: string, text: string): string => (file.endsWith('.vue') ? text.replace(/<(script|style)[^>]*>[\s\S]*?<\/\1>/g, '') : '')
const target = (from: string, to: string): string => (to.startsWith('.') ? path.join(path.dirname(from), to) : to)
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** A template with holes as a pattern, when enough of it is fixed to mean something. */
const patternOf = (pieces: readonly string[]): RegExp[] => (pieces.join('').replace(/[^a-z]/gi, '').length < 2 ? [] : [new RegExp(`^${pieces.map(escaped).join('.+')}$`)])

function readImport(file: string, node: ts.ImportDeclaration | ts.ExportDeclaration): Import | null {
  if (!node.moduleSpecifier || !ts.isStringLiteral(node.moduleSpecifier)) return null
  const to = target(file, node.moduleSpecifier.text)
  if (ts.isExportDeclaration(node)) {
    const named = node.exportClause && ts.isNamedExports(node.exportClause) ? node.exportClause.elements : []
    return { from: file, to, names: named.length ? named.map((e) => (e.propertyName ?? e.name).text) : ['*'], typeOnly: node.isTypeOnly || (named.length > 0 && named.every((e) => e.isTypeOnly)), reExport: true }
  }
  const clause = node.importClause
  const bindings = clause?.namedBindings
  const named = bindings && ts.isNamedImports(bindings) ? [...bindings.elements] : []
  const names = [...(clause?.name ? ['default'] : []), ...(bindings && ts.isNamespaceImport(bindings) ? ['*'] : []), ...named.map((e) => (e.propertyName ?? e.name).text)]
  const typeOnly = clause !== undefined && (clause.phaseModifier === ts.SyntaxKind.TypeKeyword || (!clause.name && named.length > 0 && named.every((e) => e.isTypeOnly)))
  return { from: file, to, names, typeOnly, reExport: false }
}
function exportedBy(statement: ts.Statement): string[] {
  if (ts.isExportAssignment(statement)) return ['default']
  if (ts.isExportDeclaration(statement)) return statement.exportClause && ts.isNamedExports(statement.exportClause) ? statement.exportClause.elements.map((e) => e.name.text) : []
  const isExported = ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some((m) => m.kind === ts.SyntaxKind.ExportKeyword)
  if (!isExported) return []
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.flatMap((d) => (ts.isIdentifier(d.name) ? [d.name.text] : d.name.elements.flatMap((e) => (ts.isBindingElement(e) && ts.isIdentifier(e.name) ? [e.name.text] : []))))
  const { name } = statement as ts.DeclarationStatement
  return name && ts.isIdentifier(name) ? [name.text] : []
}

/** Reads one file: what it imports and exports, every text in it, and how often each name stands in it. */
export function read(file: string, text: string): Parsed {
  const source = ts.createSourceFile(file, scriptOf(file, text), ts.ScriptTarget.Latest, true)
  const parsed: Parsed = { file, imports: [], exports: [], stars: 0, literals: [], patterns: [], names: new Map(), types: new Set() }
  for (const statement of source.statements) {
    if (ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)) {
      const found = readImport(file, statement)
      if (found) parsed.imports.push(found)
      if (ts.isExportDeclaration(statement) && !statement.exportClause) parsed.stars++
    }
    parsed.exports.push(...exportedBy(statement))
    if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) parsed.types.add(statement.name.text)
  }
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) parsed.literals.push(node.text)
    if (ts.isTemplateExpression(node)) parsed.patterns.push(...patternOf([node.head.text, ...node.templateSpans.map((s) => s.literal.text)]))
    if (ts.isIdentifier(node)) parsed.names.set(node.text, (parsed.names.get(node.text) ?? 0) + 1)
    const isImport = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
    const isAddress = ts.isNewExpression(node) && node.expression.getText(source) === 'URL'
    const first = isImport || isAddress ? node.arguments?.[0] : undefined
    if (first && ts.isStringLiteralLike(first) && first.text.startsWith('.')) parsed.imports.push({ from: file, to: target(file, first.text), names: ['*'], typeOnly: false, reExport: false })
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) parsed.imports.push({ from: file, to: target(file, node.argument.literal.text), names: [node.qualifier?.getText(source) ?? '*'], typeOnly: true, reExport: false })
    ts.forEachChild(node, visit)
  }
  visit(source)
  const template = templateOf(file, text)
  for (const m of template.matchAll(/'([^'\n]*)'/g)) parsed.literals.push(m[1] ?? '')
  for (const m of template.matchAll(/`([^`]*)`/g)) parsed.patterns.push(...patternOf((m[1] ?? '').split(/\$\{[^}]*\}/)))
  return parsed
}
const known = new Map<string, Parsed>()
export const parsedOf = (file: string): Parsed => {
  const found = known.get(file) ?? read(file, textOf(file))
  known.set(file, found)
  return found
}
