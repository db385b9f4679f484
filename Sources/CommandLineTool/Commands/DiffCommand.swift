import Arguments
import Diagnostics
import Files
import Publishing

/// `diff`: what readers find changed between two built portals.
struct DiffCommand {
  let arguments: ParsedArguments
  let language: Language

  /// - Returns: 0 when both are the same, 1 when they differ, 2 when one of them cannot be read: as of `diff`.
  func run(in world: World) -> Int32 {
    let (old, new) = (arguments.operands[0], arguments.operands[1])
    do throws(DifferenceError) {
      let difference = try PortalDifference.between(old, new, jobs: arguments.count(.jobs) ?? world.processors)
      if arguments.text(.diffFormat) == "json" {
        world.output.write(difference.json)
      } else if !(difference.isEmpty && arguments.has(.quiet)) {
        world.output.write(DifferenceText(difference, language: language).text)
      }
      return difference.isEmpty ? 0 : 1
    } catch {
      world.report([error.diagnostic], in: language)
      return 2
    }
  }
}
