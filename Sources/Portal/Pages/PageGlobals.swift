package import Expressions

/// What every layout of a page receives besides the variables of its family; `collections` is the portal's own.
package let pageGlobals: [(name: String, type: RecordType)] = [
  ("site", SiteView.recordType), ("page", PageView.recordType),
]
