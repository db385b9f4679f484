import Expressions
import Testing

struct EffortTests {
  /// A gigabyte, whether what was made is kept or not: 24 bytes an item.
  @Test func `lists are counted by what they take in memory`() throws {
    let list = Value.list(Array(repeating: .none, count: 1 << 20))
    #expect(try made(list) == 1024 / 24)
    #expect(try made(.list([list])) == 1024 / 24)
    #expect(try made(.text(String(repeating: "a", count: 1 << 20))) == 1024)
    #expect(try made(.html(Markup(Array(repeating: 0x61, count: 1 << 21)))) == 512)
  }

  /// How often `value` can be made.
  private func made(_ value: Value) throws -> Int {
    var effort = Effort.ofRendering
    for count in 0..<10_000 {
      do throws(EvaluationFailure) { try effort.spend(making: value) } catch { return count }
    }
    throw Endless()
  }

  private struct Endless: Error {}
}
