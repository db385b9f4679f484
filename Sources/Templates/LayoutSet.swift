package import Diagnostics
package import Expressions

/// A layout file as it lies in `layouts/`.
package struct LayoutFile: Sendable {
  /// How other layouts call it: the path below `layouts/` (`partials/nav.html`).
  package var name: String
  /// Where it lies, for diagnostics (`layouts/partials/nav.html`).
  package var path: String
  package var bytes: [UInt8]
  /// Whether its head may declare attributes: a directive's.
  package var isDirective: Bool

  package init(name: String, path: String, bytes: [UInt8], isDirective: Bool = false) {
    self.name = name
    self.path = path
    self.bytes = bytes
    self.isDirective = isDirective
  }

  /// What the head declares. What cannot be read there is told when the layouts are loaded.
  ///
  /// - Complexity: O(length).
  package func declarations() -> [LayoutDeclaration] {
    var text: [UInt8] = []
    return LayoutParser.parse(bytes, name: name, path: path, options: LayoutOptions(), text: &text).declarations
  }
}

/// A variable that a layout receives.
package struct LayoutVariable: Sendable {
  package var name: String
  package var type: ValueType
  /// What it is, for the generated reference.
  package var doc: String

  package init(_ name: String, _ type: ValueType, doc: String = "") {
    self.name = name
    self.type = type
    self.doc = doc
  }
}

/// All layouts of a portal: parsed once, each page layout checked and compiled for the variables it receives.
///
/// Immutable; pages are rendered in parallel.
package struct LayoutSet: Sendable {
  private let renderers: [String: Renderer]
  private let signatures: [String: [LayoutVariable]]
  private let strings: [String: InterfaceText]
  /// The interface strings that the layouts name.
  package let stringKeys: StringKeys
  /// Which branches were rendered; `nil` when that is not recorded.
  private let record: BranchRecord?

  /// Parses, checks and compiles.
  ///
  /// - Parameters:
  ///   - files: every layout, also those that are only included.
  ///   - signatures: name of each page layout to the variables it receives besides `globals`.
  ///   - globals: what every page layout receives (`site`, `page`).
  ///   - strings: the interface strings of the portal's language for `t(…)`; `nil` when keys are not to be checked.
  ///   - assets: names of the files of `layouts/assets/` for `|asset`; `nil` when they are not to be checked.
  ///   - wanted: the page layouts to check and compile; `nil` for all. Others cannot be rendered.
  ///   - options: how blanks are treated.
  /// - Returns: the set, and everything that is wrong, each thing once. Layouts with errors cannot be rendered.
  /// - Complexity: O(bytes of the layouts × page layouts that draw them in).
  package static func load(
    files: [LayoutFile], signatures: [String: [LayoutVariable]], globals: [LayoutVariable] = [],
    strings: [String: InterfaceText]? = nil, assets: Set<String>? = nil, wanted: Set<String>? = nil,
    options: LayoutOptions = LayoutOptions()
  ) -> (set: LayoutSet, diagnostics: [Diagnostic]) {
    build(files, signatures.mapValues { globals + $0 }, strings, assets, wanted, options, isDynamic: false)
  }

  /// The same for variables whose types are not known, of which only the names are given: Jinja's rules at run time
  /// (`inspect layout`).
  package static func loadDynamic(
    files: [LayoutFile], main: String, variables: [String], options: LayoutOptions = LayoutOptions()
  ) -> (set: LayoutSet, diagnostics: [Diagnostic]) {
    build(files, [main: variables.map { LayoutVariable($0, .any) }], nil, nil, nil, options, isDynamic: true)
  }

  private static func build(
    _ files: [LayoutFile], _ signatures: [String: [LayoutVariable]], _ strings: [String: InterfaceText]?,
    _ assets: Set<String>?, _ wanted: Set<String>?, _ options: LayoutOptions, isDynamic: Bool
  ) -> (set: LayoutSet, diagnostics: [Diagnostic]) {
    var text: [UInt8] = []
    var layouts: [String: ParsedLayout] = [:]
    var diagnostics = DiagnosticCollection()
    for file in files {
      let layout = LayoutParser.parse(
        file.bytes, name: file.name, path: file.path, options: options, text: &text)
      layouts[file.name] = layout
      for problem in layout.problems { diagnostics.add(problem, file.path) }
      if !file.isDirective, let first = layout.declarations.first {
        diagnostics.add(LayoutProblem(.declarationElsewhere, first.nameSpan), file.path)
      }
    }
    // What the paths of messages have before the names: `layouts/`.
    let folder = files.first.map { String($0.path.dropLast($0.name.count)) } ?? ""
    let givenNames = isDynamic ? nil : GivenNames.of(layouts.values, signatures.values.joined())
    var programs: [String: Program] = [:]
    for (name, variables) in signatures.sorted(by: { $0.key < $1.key }) where wanted?.contains(name) ?? true {
      guard let layout = layouts[name] else {
        let suggestion = Suggestion.nearest(to: name, among: layouts.keys.sorted())
        diagnostics.add(LayoutProblem(.missingLayout(name, suggestion: suggestion), SourceSpan(0, 0)), folder + name)
        continue
      }
      let compiler = LayoutCompiler(
        layouts: layouts, text: text, options: options, isDynamic: isDynamic, strings: strings,
        assets: assets, givenNames: givenNames)
      let program = compiler.compile(layout, variables)
      for (problem, path) in compiler.problems { diagnostics.add(problem, path) }
      let isSound =
        !compiler.problems.contains { $0.problem.severity == .error }
        && !program.layouts.contains { layouts[$0]?.problems.isEmpty == false }
      if isSound { programs[name] = program }
    }
    let record =
      options.recordsBranches
      ? BranchRecord(layouts.values.flatMap(LayoutBranch.all) + programs.values.flatMap(\.branches)) : nil
    var stringKeys = StringKeys()
    for layout in layouts.values { stringKeys.formUnion(layout.stringKeys) }
    let set = LayoutSet(
      renderers: programs.mapValues { Renderer($0, options) }, signatures: signatures,
      strings: strings ?? [:], stringKeys: stringKeys, record: record)
    return (set, diagnostics.all)
  }

  /// The variables of a layout, in the order in which `render` takes their values: globals first.
  package func variables(of name: String) -> [LayoutVariable]? { signatures[name] }

  /// Whether the layout was loaded without errors.
  package func canRender(_ name: String) -> Bool { renderers[name] != nil }

  /// Names of all layouts that take part in a page of this layout, itself included; sorted.
  package func closure(of name: String) -> [String] { renderers[name]?.program.layouts ?? [] }

  /// The branches that no page has rendered yet, by file and place; empty unless `LayoutOptions.recordsBranches` is set.
  package var unreachedBranches: [LayoutBranch] { record?.unreached ?? [] }

  /// Renders a page.
  ///
  /// - Parameters:
  ///   - name: a layout with a signature.
  ///   - values: one for each of `variables(of:)`, in their order.
  ///   - page: the page's place; links are printed relative to it.
  ///   - assets: file names of assets to their published places.
  ///   - log: notes what is read of shared records.
  ///   - output: the page is appended; on failure it is as before.
  /// - Throws: what failed, with place, include chain and values.
  /// - Complexity: O(output), beside the cost of the filters.
  package func render(
    _ name: String, _ values: [Value], page: SitePath, assets: [String: SitePath] = [:], log: ReadLog? = nil,
    into output: inout [UInt8]
  ) throws(LayoutError) {
    guard let renderer = renderers[name] else {
      throw LayoutError(failure: .emptyTemplate, location: SourceLocation(name), chain: [], values: [])
    }
    var evaluation = renderer.state(values, page: page, assets: assets, strings: strings, log: log)
    let length = output.count
    defer { record?.add(evaluation.reached, of: renderer.program.branches) }
    do throws(LayoutError) { try renderer.run(&evaluation, into: &output) } catch {
      output.removeSubrange(length...)
      throw error
    }
  }

  /// The same with values by name; variables without a value are none.
  package func render(
    _ name: String, _ values: [String: Value], page: SitePath, assets: [String: SitePath] = [:],
    into output: inout [UInt8]
  ) throws(LayoutError) {
    let ordered = (signatures[name] ?? []).map { values[$0.name] ?? .none }
    try render(name, ordered, page: page, assets: assets, into: &output)
  }
}

/// Diagnostics of a set, each cause once: what is wrong in a partial is told once, however many pages use it, and so is a
/// file that many layouts name and that is not there.
private struct DiagnosticCollection {
  private var seen: Set<Key> = []
  private(set) var all: [Diagnostic] = []

  private enum Key: Hashable {
    case place(DiagnosticCode, SourceLocation?)
    case missing(String)
  }

  mutating func add(_ problem: LayoutProblem, _ path: String) {
    let diagnostic = problem.diagnostic(path: path)
    let key: Key =
      if case .missingLayout(let name, _) = problem.kind { .missing(name) } else {
        .place(diagnostic.code, diagnostic.location)
      }
    if seen.insert(key).inserted { all.append(diagnostic) }
  }
}
