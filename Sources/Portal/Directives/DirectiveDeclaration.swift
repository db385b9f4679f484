import Diagnostics
import Expressions
package import Files
package import Markdown
package import Templates
import Training
import Values

/// An attribute of a directive, as the directive's layout declares it.
package struct DirectiveAttributeDeclaration: Sendable {
  package let name: String
  package let type: AttributeType
  package let isRequired: Bool
  /// Whether the text behind the directive's name stands for it: `:::note 标题`.
  package let isLabel: Bool
  /// What the layout gets when nothing is written.
  let standard: Value?
  /// The same as text, for the reference.
  package let standardText: String?
  /// One sentence for editors.
  package let doc: String
  /// A value that shows how it is written; empty when the type says it all.
  package let example: String

  /// The type of the variable that the layout receives.
  var valueType: ValueType {
    isRequired || standard != nil || type.emptyValue != nil ? type.valueType : .optional(type.valueType)
  }
}

/// A directive: how it may be written, what its attributes are. Made from the head of its layout.
package struct DirectiveDeclaration: Sendable {
  package let name: String
  /// How it may be written, the usual way first.
  package let forms: [DirectiveCall.Form]
  package let doc: String
  /// A whole use of it.
  package let example: String
  package let attributes: [DirectiveAttributeDeclaration]
  /// Names of which exactly one is written, `body` for what stands inside; empty when there is no such choice.
  package let oneOf: [String]

  /// The index of the attribute that the text behind the name stands for.
  var label: Int? { attributes.firstIndex(where: \.isLabel) }

  /// The file of its layout, below `layouts/`.
  var layout: String { Self.folder + name + ".html" }

  static let folder = "directives/"
  /// What every directive's layout receives before its attributes: of the portal, then of the call.
  package static let variables = globals + callVariables
  static let globals = [
    LayoutVariable("site", .record { SiteView.recordType }, doc: "与各种页面的一样"),
    LayoutVariable("courses", Course.listType, doc: "全部课程"),
  ]
  static let callVariables = [
    LayoutVariable("body", .html, doc: "指令里的内容"), LayoutVariable("inline", .boolean, doc: "是否写在一行文字里"),
  ]

  /// The directives whose layouts are among `files` (paths `layouts/directives/…`), in the order of their names: for the
  /// reference. What is wrong with them is told when the layouts are loaded.
  package static func all(in files: Snapshot) -> [DirectiveDeclaration] {
    files.files.compactMap { file in
      let name = String(file.path.dropFirst("layouts/".count))
      guard let file = layoutFile(name, file.path, file.bytes ?? []), file.isDirective else { return nil }
      var diagnostics: [Diagnostic] = []
      return DirectiveDeclaration(file, reserved: [], &diagnostics)
    }
  }

  /// A layout as its folder says; `nil` for what is no layout.
  static func layoutFile(_ name: String, _ path: String, _ bytes: [UInt8]) -> LayoutFile? {
    guard name.hasSuffix(".html") else { return nil }
    return LayoutFile(name: name, path: path, bytes: bytes, isDirective: name.hasPrefix(folder))
  }
}
