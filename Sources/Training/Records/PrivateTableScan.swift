package import Diagnostics

/// What a table says by its headers and how it is filled: a form that is empty says nothing.
package struct PrivateTableScan: Sendable {
  /// A column that may not be published, or a row of too few people.
  package struct Finding: Sendable {
    /// LS10 for a row, else the code of the column.
    package let code: DiagnosticCode
    package let column: Int
    /// Of LS10, from 0.
    package let row: Int?
    /// Of LS10: how many people the row is about.
    package let people: Int
    /// Of a column.
    package let kind: PrivateColumn?
  }

  /// So many values of single measurements are a record of persons, though nobody is named.
  private static let manyValues = 10
  private static let fewPeople = 10

  /// The findings in a table with these headers: one for each code, at its first column. `cell` gives the text of a cell, rows and
  /// columns from 0.
  ///
  /// - Complexity: O(cells of columns with a finding).
  package static func findings(
    _ header: [String], rows: Int, _ cell: (_ row: Int, _ column: Int) -> String
  ) -> [Finding] {
    guard rows > 0 else { return [] }
    func isFilled(_ row: Int, _ column: Int) -> Bool {
      cell(row, column).unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    }
    func filled(_ column: Int) -> Int { (0..<rows).count { isFilled($0, column) } }
    let persons = header.indices.filter { PrivateColumn.isPerson(header[$0]) && filled($0) > 0 }
    let counts = header.indices.filter { PrivateColumn.isCount(header[$0]) }
    var found: [Finding] = []
    for (column, name) in header.enumerated() {
      guard let kind = PrivateColumn(name), !found.contains(where: { $0.code == kind.code }) else { continue }
      let isTold: Bool
      switch kind {
      case .account: isTold = (0..<rows).contains { isSecret(cell($0, column)) }
      case .identity, .contact, .pupil: isTold = filled(column) > 0
      case .ofPerson: isTold = !persons.isEmpty && filled(column) > 0
      case .health:
        let isAggregate = PrivateColumn.isAggregate(name)
        if persons.isEmpty, isAggregate || !counts.isEmpty {
          found += smallRow(counts, rows, column, cell).map { [$0] } ?? []
          isTold = false
        } else {
          isTold = !isAggregate && (persons.isEmpty ? filled(column) >= manyValues : filled(column) > 0)
        }
      }
      if isTold { found.append(Finding(code: kind.code, column: column, row: nil, people: 0, kind: kind)) }
    }
    return found
  }

  /// Four letters and digits or more without a blank, as nobody writes them in a remark.
  private static func isSecret(_ text: String) -> Bool {
    let bytes = text.utf8
    return bytes.count >= 4 && bytes.allSatisfy { 0x21...0x7E ~= $0 } && bytes.contains { 0x30...0x39 ~= $0 }
  }

  private static func smallRow(
    _ counts: [Int], _ rows: Int, _ column: Int, _ cell: (Int, Int) -> String
  ) -> Finding? {
    for count in counts {
      for row in 0..<rows {
        guard let people = Int(cell(row, count).filter(\.isNumber)), (1..<fewPeople).contains(people) else { continue }
        return Finding(code: "LS10", column: count, row: row, people: people, kind: nil)
      }
    }
    return nil
  }
}
