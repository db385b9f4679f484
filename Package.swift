// swift-tools-version: 6.3
import PackageDescription

/// One row of the module table: the module and what it imports directly. `Sources/README.md` states each in a sentence;
/// `Tests/ArchitectureTests` compares these rows with the `import` lines of the sources.
let modules: [(name: String, imports: [String])] = [
  ("Bytes", []),
  ("Han", ["Bytes"]),
  ("Diagnostics", ["Bytes"]),
  ("Values", ["Bytes", "Diagnostics"]),
  ("Markdown", ["CCmark", "Bytes", "Han", "Diagnostics"]),
  ("Expressions", ["Bytes", "Diagnostics", "Han", "Values"]),
  ("Templates", ["Bytes", "Diagnostics", "Han", "Values", "Expressions"]),
  ("Files", ["CPlatform", "Bytes", "Diagnostics"]),
  ("Training", ["Bytes", "Diagnostics", "Han", "Values", "Expressions", "Markdown", "Files"]),
  ("Checks", ["Bytes", "Diagnostics", "Han", "Values", "Expressions", "Markdown", "Files", "Training"]),
  (
    "Portal",
    ["Bytes", "Diagnostics", "Han", "Values", "Expressions", "Templates", "Markdown", "Files", "Training"]
  ),
  (
    "Publishing",
    [
      "Bytes", "Diagnostics", "Values", "Markdown", "Expressions", "Templates", "Files", "Training", "Portal", "Checks",
    ]
  ),
  ("Preview", ["Files", "Publishing"]),
  ("Arguments", ["Diagnostics"]),
  ("Explanations", ["Diagnostics"]),
  (
    "CommandLineTool",
    [
      "Bytes", "Diagnostics", "Values", "Markdown", "Expressions", "Templates", "Files", "Training", "Checks", "Portal",
      "Publishing", "Preview", "Arguments", "Explanations",
    ]
  ),
]

/// Scripts and lists that tables are generated from.
let generators = [
  "Values": ["Tables/generate-gb18030.py"], "Han": ["Tables/generate-han.py", "Tables/stroke-corrections.txt"],
]

/// Tests that build portals.
let portalTests = [
  "TrainingTests", "ChecksTests", "PortalTests", "PublishingTests", "PreviewTests", "CommandLineToolTests",
  "RowTests",
]

/// C modules: headers without Swift sources.
let systemLibraries = ["CCmark", "CPlatform"]

let package = Package(
  name: "prospectus",
  products: [
    .executable(name: "prospectus", targets: ["prospectus"]),
    .executable(name: "prospectus-bench", targets: ["prospectus-bench"]),
  ],
  targets: systemLibraries.map { .systemLibrary(name: $0) } + [
    .executableTarget(name: "prospectus", dependencies: ["CommandLineTool", "Files"]),
    .executableTarget(
      name: "prospectus-bench",
      dependencies: [
        "Arguments", "Bytes", "CCmark", "Diagnostics", "Expressions", "Files", "Markdown", "Publishing", "Templates",
        "Training", "Values",
      ]),
    .target(
      name: "TestSupport", dependencies: ["Bytes", "Diagnostics"], path: "Tests/TestSupport", exclude: ["Portals"]),
    // A target of its own, so that tests of the lower modules need not wait for the whole tool.
    .target(
      name: "PortalTestSupport",
      dependencies: [
        "TestSupport", "Diagnostics", "Expressions", "Files", "Training", "Checks", "Portal", "CommandLineTool",
      ],
      path: "Tests/TestSupport/Portals"),
  ]
    + modules.map { module in
      .target(
        name: module.name, dependencies: module.imports.map { .init(stringLiteral: $0) },
        exclude: generators[module.name] ?? [])
    }
    + [
      ("BytesTests", ["Bytes"]),
      ("HanTests", ["Han"]),
      ("DiagnosticsTests", ["Diagnostics"]),
      ("ValuesTests", ["Values"]),
      ("MarkdownTests", ["Markdown"]),
      ("ExpressionsTests", ["Expressions"]),
      ("TemplatesTests", ["Templates"]),
      ("FilesTests", ["Files"]),
      ("TrainingTests", ["Training"]),
      ("ChecksTests", ["Checks"]),
      ("PortalTests", ["Portal"]),
      ("PublishingTests", ["Publishing"]),
      ("PreviewTests", ["Preview"]),
      ("ArgumentsTests", ["Arguments"]),
      ("CommandLineToolTests", ["CommandLineTool"]),
      ("RowTests", ["CommandLineTool"]),
      ("ArchitectureTests", []),
      ("ConformanceTests", ["CommandLineTool"]),
    ].map { (name: String, tested: [String]) -> Target in
      .testTarget(
        name: name,
        dependencies: Set(
          tested + ["TestSupport"] + (portalTests.contains(name) ? ["PortalTestSupport", "Checks", "Portal"] : [])
            + (modules.first { $0.name == tested.first }?.imports ?? [])
        )
        .subtracting(systemLibraries).sorted()
        .map { .init(stringLiteral: $0) })
    }
)

for target in package.targets where target.type != .system {
  target.swiftSettings =
    (target.swiftSettings ?? []) + [
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("MemberImportVisibility"),
      .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
      .strictMemorySafety(),
      .treatAllWarnings(as: .error),
    ]
}
