import Bytes
package import Diagnostics
import Expressions
package import Files
import Markdown
package import Templates
package import Training
import Values

/// The folder `layouts/`: page layouts checked and compiled, directives, strings of the interface, assets.
package struct PortalLayouts: Sendable {
  /// Files published as they are, under names that change with their bytes.
  package let assets: [(path: String, bytes: [UInt8])]
  /// From an asset's name (`portal.css`) to its published place.
  private let assetPlaces: [String: SitePath]
  private let set: LayoutSet
  /// Whether nothing was wrong with layouts and strings; otherwise directives show what they hold, without their layout.
  let isSound: Bool
  /// What a page depends on that is made with a layout.
  let digests: LayoutDigests
  /// The directives there are, in the order of their names.
  let directives: [DirectiveDeclaration]
  private let figures = CompiledFigures()

  /// Sorts `files` (paths `layouts/…`) into layouts, strings and assets, and checks them.
  ///
  /// `language` says whose strings the portal uses, `collections` what it declares itself, `wanted` which layouts are checked
  /// and compiled (`nil` for all), `recordsBranches` whether it is noted which branches of layouts are rendered (for tests);
  /// `diagnostics` gets LT for layouts, YA and LT for strings, each thing once.
  ///
  /// - Complexity: O(bytes × page layouts that share them).
  package init(
    _ files: Snapshot, language: String, collections: [DeclaredCollection], wanted: Set<String>? = nil,
    recordsBranches: Bool = false,
    diagnostics: inout [Diagnostic]
  ) {
    var layouts: [LayoutFile] = []
    var strings = InterfaceStrings()
    var assets: [(path: String, bytes: [UInt8])] = []
    var places: [String: SitePath] = [:]
    for file in files.files {
      let name = String(file.path.dropFirst("layouts/".count))
      let bytes = file.bytes ?? []
      if name.hasPrefix("assets/") {
        let asset = String(name.dropFirst("assets/".count))
        let published = Self.fingerprinted(asset, bytes)
        places[asset] = SitePath(published)
        assets.append((published, bytes))
      } else if name.hasPrefix("strings/"), name.hasSuffix(".yml") {
        let language = String(name.dropFirst("strings/".count).dropLast(".yml".count))
        strings.read(bytes, language: language, path: file.path, &diagnostics)
      } else if let layout = DirectiveDeclaration.layoutFile(name, file.path, bytes) {
        layouts.append(layout)
      }
    }
    let texts = strings.texts(of: language, &diagnostics)
    let collectionsType = CollectionsView(ofLayouts: collections).recordType
    let collectionsGlobal = LayoutVariable("collections", .record { collectionsType })
    let globals =
      pageGlobals.map { global in LayoutVariable(global.name, .record { global.type }) } + [collectionsGlobal]
    let directiveVariables = DirectiveDeclaration.globals + [collectionsGlobal] + DirectiveDeclaration.callVariables
    var signatures: [String: [LayoutVariable]] = [:]
    directives = layouts.filter(\.isDirective).map { file in
      DirectiveDeclaration(file, reserved: directiveVariables.map(\.name), &diagnostics)
    }
    for directive in directives {
      signatures[directive.layout] =
        directiveVariables + directive.attributes.map { LayoutVariable($0.name, $0.valueType, doc: $0.doc) }
    }
    for family in allPageFamilies + collectionFamilies(collections) {
      signatures[family.layout] = globals + family.variables.map { LayoutVariable($0.name, $0.type) }
    }
    var options = LayoutOptions()
    options.recordsBranches = recordsBranches
    let (set, problems) = LayoutSet.load(
      files: layouts, signatures: signatures, strings: texts, assets: Set(places.keys), wanted: wanted,
      options: options)
    diagnostics += problems
    if texts != nil, !diagnostics.hasErrors { strings.reportUnused(set.stringKeys, language: language, &diagnostics) }
    isSound = !diagnostics.hasErrors
    self.set = set
    self.assets = assets
    assetPlaces = places
    digests = LayoutDigests(
      layouts, set, texts: files.files(below: "layouts/strings"), language: language, assets: places)
  }

  /// The branches of layouts that no page has rendered; empty unless they are recorded.
  package var unreachedBranches: [LayoutBranch] { self.set.unreachedBranches }

  /// `assets/portal.3f2a….css`: the name changes whenever the bytes do, so that browsers may keep it for ever.
  private static func fingerprinted(_ name: String, _ bytes: [UInt8]) -> String {
    let digest = SHA256.hexDigest(of: bytes.span).prefix(10)
    guard let dot = name.lastIndex(of: ".") else { return "assets/\(name).\(digest)" }
    return "assets/\(name[..<dot]).\(digest)\(name[dot...])"
  }

  /// Appends the page made of `layout` and `values` (globals first); on failure nothing, and what went wrong.
  /// What it reads of shared records is noted in `log`.
  func render(
    _ layout: String, _ values: [Value], page: SitePath, log: ReadLog?, into output: inout [UInt8]
  ) -> Diagnostic? {
    do throws(LayoutError) {
      try set.render(layout, values, page: page, assets: assetPlaces, log: log, into: &output)
      return nil
    } catch {
      return error.diagnostic
    }
  }

  /// A figure of a text: `{{ class.size }}` with the records of its scope, with `site` and `courses`.
  /// What it reads of shared records is noted in `log`.
  func value(
    of figure: FigureReference, in text: PageText, globals: [Value], page: SitePath, log: ReadLog?
  ) -> FigureValue {
    let compiled = figures.figure(figure.expression, in: text)
    guard let expression = compiled.expression else { return .failure(compiled.failure) }
    guard !text.lacksRecords else { return .text("") }
    do {
      let values = text.scope.map(\.value) + globals.prefix(DirectiveDeclaration.globals.count)
      let value = try expression.evaluate(values, page: page, log: log)
      if case .none = value {
        return .failure(
          MarkdownFailure(
            Message(zh: "这个数据没有填写", en: "this figure has no value"),
            repair: Message(zh: "先在数据里填写，或改写这句话", en: "fill in the data, or write the sentence without it")))
      }
      return .text(try Printing.text(value, page: page))
    } catch {
      return .failure(MarkdownFailure(Message(zh: "这个式子算不出结果", en: "this expression cannot be computed")))
    }
  }
}
