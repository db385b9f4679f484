extension PageTree {
  /// The first element that fits, in the order of the page.
  ///
  /// - Complexity: O(elements × steps of the selector) and, for steps that look further, the depth of the page.
  func first(_ selector: Selector) -> Int? {
    elements.indices.first { fits($0, selector, selector.steps.count - 1) }
  }

  /// Whether the element fits the step and those before it can be found.
  private func fits(_ element: Int, _ selector: Selector, _ step: Int) -> Bool {
    guard selector.steps[step].conditions.allSatisfy({ meets(element, $0) }) else { return false }
    guard step > 0 else { return true }
    switch selector.steps[step].combinator {
    case .inside:
      var parent = elements[element].parent
      while let above = parent {
        if fits(above, selector, step - 1) { return true }
        parent = elements[above].parent
      }
      return false
    case .child: return elements[element].parent.map { fits($0, selector, step - 1) } ?? false
    case .next: return before(element).last.map { fits($0, selector, step - 1) } ?? false
    case .later: return before(element).contains { fits($0, selector, step - 1) }
    }
  }

  private func meets(_ index: Int, _ condition: Selector.Condition) -> Bool {
    let element = elements[index]
    return switch condition {
    case .name(let name): name == "*" || element.name == name
    case .id(let id): element.attributes["id"] == id
    case .hasClass(let name): element.classes.contains { $0 == name }
    case .has(let name): element.attributes[name] != nil
    case .equals(let name, let value): element.attributes[name] == value
    case .position(let number): before(index).count { elements[$0].name == element.name } == number - 1
    }
  }

  /// The elements before it in the same parent.
  private func before(_ element: Int) -> [Int] {
    guard let parent = elements[element].parent else { return [] }
    return elements[parent].children.compactMap { child in
      if case .element(let sibling) = child, sibling < element { sibling } else { nil }
    }
  }
}
