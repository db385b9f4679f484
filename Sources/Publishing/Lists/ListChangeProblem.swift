import Expressions

/// Why a public list cannot be changed as asked.
enum ListChangeProblem: Error {
  /// There is no such notice.
  case unknownNotice
  case noList
  /// Its day is still to come.
  case notPublished(CalendarDate)
  /// Its table is not there: it lies outside, or nowhere.
  case noRows
  /// There is no row of this number; how many there are.
  case unknownRow(Int)
  /// Nobody would be left.
  case everybody
  case unknownColumn
  /// There is nothing to correct in the cell.
  case emptyCell
  /// The name has no character of the old one.
  case anotherPerson
  case nothingToDo
  /// The head of the notice holds something where a list should stand.
  case unreadableHead
}
