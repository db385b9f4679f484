import Bytes
import Portal

/// The links of pages that were taken over. What led from one such page to another still does; only what leads to a page that
/// was made anew, or comes from one, is looked at.
struct KeptLinks {
  let plan: RenderPlan

  /// Gives the kept pages among `files` what verification needs of them; `files` begin with the pages.
  ///
  /// - Complexity: O(links to anchors of the kept pages + anchors of those that new pages name).
  func complete(_ files: inout [RenderedFile]) {
    for index in files.indices {
      guard let number = files[index].kept, leadsToNewPage(number, files) else { continue }
      files[index].links = links(of: number)
    }
    for index in Set(files.lazy.flatMap(\.links.anchors).map { Int($0.file) }) {
      guard let number = files[index].kept else { continue }
      files[index].links.ids = Array(plan.cache.ids[plan.cache.pages[number].ids])
    }
  }

  /// The files that kept pages link to or show, by position.
  ///
  /// - Complexity: O(everything that the kept pages depend on).
  func targets(of files: [RenderedFile]) -> Set<Int32> {
    var isUsed = Array(repeating: false, count: plan.cache.lookups.count)
    for file in files {
      guard let number = file.kept else { continue }
      for key in plan.cache.keys[plan.cache.pages[number].keys] where key.isLookup { isUsed[key.number] = true }
    }
    return Set(isUsed.indices.lazy.filter { isUsed[$0] }.map { plan.file(InputKey(lookup: $0)) })
  }

  private func leadsToNewPage(_ number: Int, _ files: [RenderedFile]) -> Bool {
    plan.cache.anchors[plan.cache.pages[number].anchors].contains { anchor in
      let file = Int(plan.file(anchor.file))
      return file >= 0 && files[file].kept == nil
    }
  }

  private func links(of number: Int) -> LinkVerification.PageLinks {
    let cache = plan.cache
    var links = LinkVerification.PageLinks()
    links.anchors = cache.anchors[cache.pages[number].anchors].map { anchor in
      (plan.file(anchor.file), Array(cache.texts[anchor.fragment]), anchor.id, Array(cache.texts[anchor.link]))
    }
    links.textLinks = cache.pages[number].textLinks
    return links
  }
}
