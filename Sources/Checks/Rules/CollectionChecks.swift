import Diagnostics
import Training

/// RF01 and OU02: what is unique in the collections that a portal declares itself, and which files they name.
let collectionChecks = [
  Check("RF01", rule: Message(zh: "自建表里标明唯一的项不重复", en: "fields of declared collections said to be unique are")) {
    model, findings in
    for collection in model.collections {
      for key in collection.uniqueKeys {
        var first: [[String]: CollectionRow] = [:]
        for row in collection.rows where row.isSound(key.fields) {
          let values = key.fields.map { row.exportedText(of: $0, in: collection) }
          guard let earlier = first[values] else {
            first[values] = row
            continue
          }
          let place = key.fields[0]
          findings.error(
            "RF01", zh: "\(collection.table.title)的“\(key.name)”重复：\(values.joined(separator: "，"))",
            en: "\(key.name) of \(collection.name) is used twice: \(values.joined(separator: ", "))",
            at: row.location(ofField: place), repair: Message(zh: "改正其中一条，或删去", en: "correct or remove one of them"),
            notes: [
              .init(Message(zh: "第一次在这里", en: "first used here"), at: earlier.location(ofField: place))
            ])
        }
      }
    }
  },
  Check("OU02", rule: Message(zh: "自建表里写的文件都在", en: "files that declared collections name are there")) {
    model, findings in
    for collection in model.collections {
      for row in collection.rows {
        for (field, file) in row.files where row.isSound([field]) && !model.files.attachments.contains(file.path) {
          findings.error(
            "OU02", zh: "文件不存在：content/\(file.path)", en: "the file does not exist: content/\(file.path)",
            at: row.location(ofField: field), repair: model.files.repair(ofMissing: file.path))
        }
      }
    }
  },
]
