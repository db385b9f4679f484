package import Diagnostics
import Expressions
import Synchronization

/// A part of a layout that is rendered only sometimes, for tests that want each of them rendered once.
package struct LayoutBranch: Hashable, Sendable {
  /// Which part of the tag or expression at `span` it is.
  package enum Kind: String, Hashable, Sendable, Comparable {
    /// Behind the condition of `if` or `elif`.
    case condition = "if"
    case otherwise = "else"
    case loopBody = "for"
    case loopElse = "for … else"
    case macro
    /// `a` of `a if test else b`.
    case firstArm = "… if"
    /// `b` of it.
    case secondArm = "… else"

    package static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }
  }

  package let path: String
  /// The condition of `if` and `elif`, the name of a macro, a conditional expression, else the opening tag.
  package let span: SourceSpan
  package let kind: Kind

  /// The branches of statements, also of those that no page draws in, and without the conditional expressions.
  ///
  /// - Complexity: O(statements).
  static func all(in layout: ParsedLayout) -> [LayoutBranch] {
    var found: [LayoutBranch] = []
    func add(_ kind: Kind, _ span: SourceSpan) { found.append(LayoutBranch(path: layout.path, span: span, kind: kind)) }
    func walk(_ statements: [Statement]) {
      for statement in statements {
        switch statement.kind {
        case .branch(let branches, let otherwise):
          for (test, body) in branches {
            add(.condition, test.span)
            walk(body)
          }
          if !otherwise.isEmpty { add(.otherwise, statement.span) }
          walk(otherwise)
        case .loop(let loop):
          add(.loopBody, statement.span)
          walk(loop.body)
          if !loop.otherwise.isEmpty { add(.loopElse, statement.span) }
          walk(loop.otherwise)
        case .macro(let macro):
          add(.macro, macro.nameSpan)
          walk(macro.body)
        case .capture(_, _, let body), .with(_, let body): walk(body)
        case .block(let block): walk(block.body)
        case .text, .output, .set, .extends, .include, .importModule, .importNames: break
        }
      }
    }
    walk(layout.statements)
    return found
  }
}

/// Which branches were rendered so far, by all threads together.
final class BranchRecord: Sendable {
  private let all: Set<LayoutBranch>
  private let reached = Mutex<Set<LayoutBranch>>([])

  init(_ all: [LayoutBranch]) { self.all = Set(all) }

  /// Notes the branches with these numbers of one rendering.
  func add(_ marks: Set<Int>, of branches: [LayoutBranch]) {
    reached.withLock { reached in for mark in marks { reached.insert(branches[mark]) } }
  }

  /// What is left, by file and place.
  var unreached: [LayoutBranch] {
    reached.withLock { all.subtracting($0) }.sorted {
      ($0.path, $0.span.start, $0.span.end, $0.kind) < ($1.path, $1.span.start, $1.span.end, $1.kind)
    }
  }
}
