import Values

/// Cells of one column of neighbouring rows that are still to be read.
struct ColumnCells {
  /// One of them.
  struct Cell {
    /// Of its record in the list that is being filled.
    let record: Int
    /// Not blank, without doubled quotes.
    let place: CSVTable.Place
  }

  /// In the order of the rows.
  private(set) var cells: [Cell] = []

  /// Forgets all cells and keeps their memory.
  mutating func removeAll() { cells.removeAll(keepingCapacity: true) }

  mutating func append(_ cell: Cell) { cells.append(cell) }

  /// Takes away the cells that `read` can read.
  @inline(__always) mutating func take(_ read: (Cell) -> Bool) {
    var left = 0
    for index in cells.indices where !read(cells[index]) {
      cells[left] = cells[index]
      left += 1
    }
    cells.removeLast(cells.count - left)
  }
}
