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
  /// A new value or text is empty, has several lines or is code to somebody.
  case unfitText
  /// The text for readers has a name of the list.
  case textNames
  /// A new value or text holds a number of a person.
  case personal(Leak.Kind)
  /// The head of the notice holds something where a list should stand.
  case unreadableHead
}
