import Training

extension PortalContext {
  /// All pages of the portal, family by family; afterwards `pageCount` is known.
  package mutating func enumeratePages() -> [(family: PageFamily, page: Page)] {
    let context = self
    let pages = (allPageFamilies + collectionFamilies(model.collections)).flatMap { family in
      family.pages(context).map { (family, $0) }
    }
    pageCount = pages.count { !$0.0.isRedirect }
    return pages
  }
}
