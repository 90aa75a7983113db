/** The one-way road: app → db → scenarios; inside the model document, calculate and optimise → model. */
const forbid = (name, from, to, comment) => ({ name, severity: "error", comment, from: { path: from }, to });
module.exports = {
  forbidden: [
    forbid("no-cycles", "^(app|db|scenarios|tests)", { circular: true }, "Nothing imports itself, not even for a type: what two files share stands in a third."),
    forbid("scenarios-know-nobody", "^scenarios", { path: "^(app|db|tests)" }, "The model is pure."),
    forbid("scenarios-are-pure", "^scenarios/(?!document/write-json-schema\\.ts)", { pathNot: "^(scenarios|node_modules/(decimal\\.js|fraction\\.js|zod|highs)/)" , dependencyTypesNot: ["type-only"] }, "Only decimal.js, fraction.js, zod, and highs in one file."),
    forbid("highs-in-one-file", "^scenarios/(?!optimise/solver\\.ts)", { path: "node_modules/highs" }, "One file imports highs."),
    forbid("document-knows-the-model", "^scenarios/document", { path: "^scenarios/(calculate|optimise|uncertainty)" }, "document → model."),
    forbid("calculate-knows-the-model", "^scenarios/calculate", { path: "^scenarios/(document|optimise|uncertainty|changes)" }, "calculate → model."),
    forbid("model-knows-nobody", "^scenarios/model", { path: "^scenarios/(?!model/)" }, "The nouns stand alone."),
    forbid("search-knows-nothing-of-priorities", "^scenarios/optimise/search", { path: "^scenarios/(?!optimise/(search/|solver\\.ts))" }, "The search knows lines with options under rows, and the solver."),
    forbid("db-knows-scenarios-only", "^db", { path: "^(app|tests)" }, "db → scenarios."),
    forbid("only-services-reach-the-database", "^app/(?!services/.*\\.server\\.ts$|server/)", { path: "^db" }, "Pages and reports go through services."),
    forbid("components-know-nobody", "^app/components", { path: "^(app/(routes|services|server|workbook|cli)|db)" }, "Components take values."),
    forbid("reports-draw-nothing", "^app/reports", { path: "^(app/(routes|services|server|workbook|cli|components)|db|node_modules/(react|exceljs))" }, "Evaluation → tables, no renderer."),
    forbid("exceljs-behind-one-folder", "^(app/(?!workbook/)|db|scenarios)", { path: "node_modules/exceljs" }, "exceljs stays behind app/workbook."),
    forbid("product-knows-no-tests", "^(app|db|scenarios)", { path: "^tests" }, "tests → all."),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(build|public)" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default"] },
  },
};
