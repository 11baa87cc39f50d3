interface SchemaError { instancePath: string; schemaPath: string; keyword: string; params: { [name: string]: unknown }; message?: string }
interface Validator { (data: unknown): boolean; errors?: SchemaError[] | null }
export declare const rulesetFits: Validator
export declare const cohortFits: Validator
